package org.mikromerit.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.Tokens;

/**
 * An institution that works with the issuer over HTTP, and of which the registry tells over Kafka.
 */
public final class Institution {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String NAME = "Vårdskolan ® 🌱";

  final UUID id;
  private long told;

  private Institution(UUID id) {
    this.id = id;
  }

  /** One that the registry has said nothing about. */
  static Institution unknown() {
    return new Institution(UUID.randomUUID());
  }

  /** One that may issue, and is ready to. */
  static Institution authorised() {
    var institution = unknown();
    institution.isNow(OrganisationState.AUTHORISED);
    Await.until("a key was made", () -> !institution.get("/keys").json().at("/items").isEmpty());
    return institution;
  }

  /** One of which the registry said something else than that it may issue. */
  static Institution inState(OrganisationState state) {
    var institution = unknown();
    institution.isNow(state);
    Await.until(
        "it is known",
        () -> {
          UUID definition = institution.drafted(definition());
          return institution.post("/definitions/" + definition + "/publication", "").status()
              != 403;
        });
    return institution;
  }

  void isNow(OrganisationState state) {
    isNow(state, null);
  }

  void isNow(OrganisationState state, @Nullable String reason) {
    try (var topics = new TopicProbe()) {
      topics.publish(organisation(id, state, reason), ++told);
    }
  }

  static OrganisationChangedV1 organisation(UUID id, OrganisationState state) {
    return organisation(id, state, null);
  }

  private static OrganisationChangedV1 organisation(
      UUID id, OrganisationState state, @Nullable String reason) {
    var now = Instant.parse("2026-01-07T08:00:00Z");
    return new OrganisationChangedV1(
        id,
        NAME,
        "SE",
        GovernanceModel.REGULATORY,
        state,
        did(id),
        List.of(new OrganisationChangedV1.StateSince(state, now, reason)),
        null);
  }

  static String did(UUID id) {
    return "did:web:localhost%3A8082:organisations:" + id;
  }

  /** A definition to which nothing is missing. */
  public static ObjectNode definition() {
    return object(
        """
        {
          "kind": "MICRO_CREDENTIAL",
          "certificationLevel": "DEMONSTRATED",
          "title": {"sv": "Hygien i vård ®", "en": "Hygiene in care 🧼"},
          "country": "SE",
          "awardingBody": {"name": "Vårdskolan på Åsön"},
          "outcomes": [
            {
              "text": {"sv": "Tillämpar basala hygienrutiner"},
              "criterion": {"sv": "Desinfekterar händerna utan fel"},
              "skills": [
                {
                  "uri": "http://data.europa.eu/esco/skill/0450eaee-1a00-4622-8f4e-5356fce816d2",
                  "label": "hygiene in a health care setting"
                }
              ]
            }
          ],
          "workload": {"hours": 40},
          "level": {"framework": "SeQF", "value": 4},
          "assessment": {
            "types": ["practical"],
            "supervision": "supervised-onsite-identity-check",
            "assessorRole": "Ward teacher"
          },
          "participation": {"mode": "blended", "setting": "non-formal"},
          "qualityAssurance": {"type": "third-party", "body": "Myndigheten för yrkeshögskolan"},
          "benefits": [{"type": "job-task", "text": "May take part in basic care"}]
        }
        """);
  }

  UUID drafted(JsonNode definition) {
    return UUID.fromString(post("/definitions", definition.toString()).json().at("/id").asText());
  }

  Reply published(JsonNode definition) {
    return post("/definitions/" + drafted(definition) + "/publication", "");
  }

  /** The id of a right to issue a definition of its own. */
  UUID granted(UUID definition, Institution holder) {
    String offer = "{\"holder\":\"" + holder.id + "\"}";
    return UUID.fromString(
        post("/definitions/" + definition + "/rights", offer).json().at("/id").asText());
  }

  /** The id of a definition with one published version. */
  UUID publishedDefinition() {
    return UUID.fromString(published(definition()).json().at("/id").asText());
  }

  static ObjectNode order(UUID definition) {
    var order =
        object(
            """
            {
              "definition": {"version": 1},
              "recipient": {
                "givenName": "Åsa",
                "familyName": "Öberg-Ærø 🌻",
                "identifier": {"type": "email", "value": "asa.oberg@example.org"}
              },
              "awardedAt": "2026-05-20T12:00:00Z",
              "externalReference": "VT26-114 ®",
              "evidenceStatement": "Observed on ward 7"
            }
            """);
    ((ObjectNode) order.get("definition")).put("id", definition.toString());
    return order;
  }

  static ObjectNode orderFor(UUID definition, String email) {
    var order = order(definition);
    ((ObjectNode) order.at("/recipient/identifier")).put("value", email);
    return order;
  }

  Reply issue(JsonNode order) {
    return issue(order, UUID.randomUUID().toString());
  }

  Reply issue(JsonNode order, String idempotencyKey) {
    return service()
        .post(path("/credentials"))
        .bearer(token())
        .header("Idempotency-Key", idempotencyKey)
        .json(order.toString())
        .send();
  }

  /** A credential that was issued, by its id. */
  UUID issued(JsonNode order) {
    return idOf(issue(order));
  }

  static UUID idOf(Reply issued) {
    String location = issued.header("Location");
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  /** An issuer instance that can revoke, or is open to everybody. */
  UUID instance(String did, boolean open) {
    String wanted =
        """
        {"name": "%s", "did": "%s", "open": %s, "status": %s}
        """
            .formatted("i" + UUID.randomUUID(), did, open, did.equals("web"));
    return UUID.fromString(post("/issuers", wanted).json().at("/id").asText());
  }

  /** What an instance signed as it was given. */
  UUID givenCredential(UUID instance) {
    String given =
        """
        {"credential": {"@context": ["https://www.w3.org/ns/credentials/v2"],
          "type": ["VerifiableCredential"], "credentialSubject": {"name": "Åsa Öberg"}},
         "options": {"credentialId": "urn:uuid:0190a000-0000-7000-8000-00000000a1b2"}}
        """;
    return idOf(post("/issuers/" + instance + "/credentials/issue", given));
  }

  Reply revoke(UUID credential, String reason) {
    return post("/credentials/" + credential + "/revocation", "{\"reason\":\"" + reason + "\"}");
  }

  Reply suspend(UUID credential) {
    return post("/credentials/" + credential + "/suspension", "{\"reason\":\"suspected-error\"}");
  }

  Reply reinstate(UUID credential) {
    return post("/credentials/" + credential + "/reinstatement", "{\"reason\":\"cleared\"}");
  }

  Reply get(String below) {
    return service().get(path(below)).bearer(token()).send();
  }

  Reply post(String below, String json) {
    return service().post(path(below)).bearer(token()).json(json).send();
  }

  Reply put(String below, String json) {
    return service().put(path(below)).bearer(token()).json(json).send();
  }

  String path(String below) {
    return "/organisations/" + id + below;
  }

  String token() {
    return Tokens.organisation(id, "creator", "issuer");
  }

  /** Does to the database what the service itself may not. */
  static void asOwner(String sql) {
    var config = ConfigProvider.getConfig();
    try (var connection =
            DriverManager.getConnection(
                config.getValue("mikromerit.database.url", String.class),
                config.getValue("mikromerit.database.owner", String.class),
                config.getValue("mikromerit.database.owner-password", String.class));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }

  /** The newest announced form of a status list. */
  static StatusListPublishedV1 announcedList(TopicProbe topics, UUID list) {
    return Await.untilPresent(
        "the list was announced",
        () ->
            topics.read(Topic.STATUS_LIST, StatusListPublishedV1.class).stream()
                .map(event -> event.data())
                .filter(published -> published.listId().equals(list))
                .reduce((earlier, later) -> later.version() > earlier.version() ? later : earlier)
                .orElse(null));
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
