package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;

/** An organisation of a journey's world, and what it does over the public API. */
public final class Institution {
  public static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final UUID id;
  private final String name;
  private final Supplier<Http> issuer;
  private final Supplier<String> token;

  private Institution(
      Installation installation,
      UUID id,
      String name,
      Supplier<Http> issuer,
      Supplier<String> token) {
    this.installation = installation;
    this.id = id;
    this.name = name;
    this.issuer = issuer;
    this.token = token;
  }

  /** The same one, where others say each time which issuer it asks and with what token. */
  public Institution through(Supplier<Http> anIssuer, Supplier<String> aToken) {
    return new Institution(installation, id, name, anIssuer, aToken);
  }

  /** One that just got its access and has not applied. */
  static Institution newcomer(Installation installation, String name) {
    UUID id = UUID.randomUUID();
    String token = new Realm(installation).newInstitution(id, "creator", "issuer");
    return new Institution(installation, id, name, installation::issuer, () -> token);
  }

  /** One that is authorised and whose key is public. */
  public static Institution authorised(Installation installation, String name) {
    Institution institution = newcomer(installation, name);
    assertThat(institution.apply().status()).isEqualTo(201);
    assertThat(institution.decided("AUTHORISE").status()).isEqualTo(200);
    Await.until(
        "the key of " + name + " is public",
        () ->
            installation
                    .registry()
                    .get("/organisations/" + institution.id + "/did.json")
                    .send()
                    .status()
                == 200);
    return institution;
  }

  public UUID id() {
    return id;
  }

  String name() {
    return name;
  }

  String token() {
    return token.get();
  }

  Reply apply() {
    ObjectNode application = JSON.createObjectNode();
    application.put("name", name).put("country", "SE").put("governanceModel", "AUTONOMOUS");
    return installation
        .registry()
        .post("/organisations/" + id + "/application")
        .bearer(token())
        .json(application.toString())
        .send();
  }

  /** Rut prepares the decision and Rolf takes it. */
  Reply decided(String decision) {
    Reply prepared =
        authority(
            "rut",
            "review",
            "{\"proposal\":\"" + decision + "\",\"reason\":\"As the journey wants it\"}");
    assertThat(prepared.status()).as(prepared.body()).isEqualTo(200);
    return authority("rolf", "decision", "{\"decision\":\"" + decision + "\"}");
  }

  private Reply authority(String person, String act, String body) {
    return installation
        .registry()
        .post("/organisations/" + id + "/" + act)
        .bearer(new Realm(installation).signIn(person))
        .json(body)
        .send();
  }

  Reply draft(ObjectNode definition) {
    return issuer
        .get()
        .post("/organisations/" + id + "/definitions")
        .bearer(token())
        .json(definition.toString())
        .send();
  }

  Reply publish(String definition) {
    return issuer
        .get()
        .post("/organisations/" + id + "/definitions/" + definition + "/publication")
        .bearer(token())
        .send();
  }

  /** A definition that is published, by its id. */
  public String published(ObjectNode definition) {
    Reply draft = draft(definition);
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    String definitionId = draft.json().path("id").asText();
    Reply published = publish(definitionId);
    assertThat(published.status()).as(published.body()).isEqualTo(200);
    return definitionId;
  }

  public Reply issue(String definition, JsonNode recipient, String key) {
    ObjectNode request = JSON.createObjectNode();
    request.putObject("definition").put("id", definition).put("version", 1);
    request.set("recipient", recipient);
    request.put("awardedAt", "2026-03-14T09:26:53Z");
    request.put("evidenceStatement", "Seen and noted by the assessor");
    return issuer
        .get()
        .post("/organisations/" + id + "/credentials")
        .bearer(token())
        .header("Idempotency-Key", key)
        .json(request.toString())
        .send();
  }

  /** A credential that is issued, as its document. */
  Reply issued(String definition, JsonNode recipient) {
    Reply reply = issue(definition, recipient, UUID.randomUUID().toString());
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply;
  }

  /** Lets another organisation issue a definition of ours; the right's id. */
  String grants(Institution holder, String definition) {
    Reply granted =
        issuer
            .get()
            .post("/organisations/" + id + "/definitions/" + definition + "/rights")
            .bearer(token())
            .json("{\"holder\":\"" + holder.id + "\"}")
            .send();
    assertThat(granted.status()).as(granted.body()).isEqualTo(201);
    return granted.json().path("id").asText();
  }

  Reply withdraws(String right, String definition, String reason) {
    return issuer
        .get()
        .post(
            "/organisations/"
                + id
                + "/definitions/"
                + definition
                + "/rights/"
                + right
                + "/withdrawal")
        .bearer(token())
        .json("{\"reason\":\"" + reason + "\"}")
        .send();
  }

  /** Sends a file of a thousand rows to try, and holds it before it is done; the batch's id. */
  String heldBatch(String definition) {
    String rows =
        "given_name,family_name,identifier_type,identifier,awarded_at\n"
            + "Åsa,Öberg,email,asa@example.org,2026-03-14\n".repeat(1_000);
    Reply sent =
        toBatches(
            "?dryRun=true&version=1&definition=" + definition,
            request -> request.body("text/csv", rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(sent.status()).as(sent.body()).isEqualTo(202);
    String batch = sent.json().path("id").asText();
    Reply held = toBatches("/" + batch + "/pause", request -> request.json(""));
    assertThat(held.json().path("state").asText()).as(held.body()).isEqualTo("PAUSED");
    return batch;
  }

  private Reply toBatches(String path, UnaryOperator<Http.Call> body) {
    return body.apply(
            issuer
                .get()
                .post("/organisations/" + id + "/batches" + path)
                .bearer(token())
                .header("Idempotency-Key", UUID.randomUUID().toString()))
        .send();
  }

  public Reply revoke(String credential) {
    return change(credential, "revocation", "error");
  }

  public Reply suspend(String credential) {
    return change(credential, "suspension", "suspected-error");
  }

  public Reply reinstate(String credential) {
    return change(credential, "reinstatement", "cleared");
  }

  private Reply change(String credential, String change, String reason) {
    return issuer
        .get()
        .post("/organisations/" + id + "/credentials/" + credential + "/" + change)
        .bearer(token())
        .json("{\"reason\":\"" + reason + "\"}")
        .send();
  }

  /** The code by which whoever holds it claims a credential. */
  String claimCode(String credential) {
    Reply reply =
        issuer
            .get()
            .post("/organisations/" + id + "/credentials/" + credential + "/claim-codes")
            .bearer(token())
            .send();
    assertThat(reply.status()).isEqualTo(201);
    return reply.json().path("code").asText();
  }

  public Reply credential(String credential) {
    return issuer
        .get()
        .get("/organisations/" + id + "/credentials/" + credential)
        .bearer(token())
        .send();
  }

  /** A published pathway, by its id. */
  public String pathway(String rule) {
    Reply draft =
        installation
            .stacking()
            .post("/organisations/" + id + "/pathways")
            .bearer(token())
            .json("{\"title\":{\"sv\":\"Stigen\",\"en\":\"The path\"},\"rule\":" + rule + "}")
            .send();
    assertThat(draft.status()).as(draft.body()).isEqualTo(201);
    String pathway = draft.json().path("id").asText();
    Reply published =
        installation
            .stacking()
            .post("/organisations/" + id + "/pathways/" + pathway + "/publication")
            .bearer(token())
            .send();
    assertThat(published.status()).as(published.body()).isEqualTo(200);
    return pathway;
  }

  public void awards(String pathway, String definition) {
    Reply rule =
        issuer
            .get()
            .put("/organisations/" + id + "/award-rules/" + pathway)
            .bearer(token())
            .json("{\"definition\":\"" + definition + "\",\"brokenAward\":\"FLAG\"}")
            .send();
    assertThat(rule.status()).as(rule.body()).isBetween(200, 201);
  }

  /** Everybody's progress on a pathway. */
  JsonNode progress(String pathway) {
    return installation
        .stacking()
        .get("/organisations/" + id + "/pathways/" + pathway + "/progress")
        .bearer(token())
        .send()
        .json()
        .path("items");
  }

  public static String idOf(Reply credential) {
    return credential.json().path("id").asText().replace("urn:uuid:", "");
  }
}
