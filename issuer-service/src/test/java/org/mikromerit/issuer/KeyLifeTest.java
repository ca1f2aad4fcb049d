package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.Event;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** A key is replaced, or lost. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class KeyLifeTest {
  private Institution institution;
  private UUID definition;
  private String key;

  @BeforeEach
  void anInstitution() {
    institution = Institution.authorised();
    definition = institution.publishedDefinition();
    key = keys().get(0).path("id").asText();
  }

  @Test
  @Tag("S7")
  void aReplacedKeySignsNoMoreAndStaysKnown() {
    Reply reply = institution.post("/keys/" + key + "/replacement", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("id").asText()).isNotEqualTo(key);
    String issued = institution.issue(Institution.order(definition)).body();
    assertThat(issued).contains(reply.json().path("verificationMethod").asText());
    assertThat(known(key).path("validUntil").isTextual()).isTrue();
    assertThat(known(key).path("revokedAt").isTextual()).isFalse();
    assertThat(awaitAnnounced(key, 2).data().validUntil()).isNotNull();
    assertThat(awaitAnnounced(key, 2).data().revokedAt()).isNull();
  }

  @Test
  void aKeyIsReplacedOnce() {
    var _ = institution.post("/keys/" + key + "/replacement", "");

    Reply again = institution.post("/keys/" + key + "/replacement", "");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().path("type").asText()).endsWith("/key-not-in-use");
    assertThat(keys()).hasSize(2);
  }

  @Test
  @Tag("S6")
  void aLostKeySignsNothingMoreAndEveryListIsSignedAnew() {
    String lost = known(key).path("verificationMethod").asText();
    var _ = institution.issue(Institution.order(definition));
    Instant since = Instant.now();

    Reply reply = declare(since.toString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(Instant.parse(reply.json().path("revokedAt").asText())).isBeforeOrEqualTo(since);
    assertThat(institution.issue(Institution.order(definition)).body()).doesNotContain(lost);
    assertThat(awaitAnnounced(key, 2).data().revokedAt()).isNotNull();
    try (var topics = new TopicProbe()) {
      Await.until(
          "no list rests on the lost key",
          () -> newestLists(topics).stream().noneMatch(list -> list.credential().contains(lost)));
    }
  }

  @Test
  @Tag("S6")
  void aCompromiseCanBeFoundToHaveBeenEarlierAndNeverLater() {
    Instant made = Instant.parse(known(key).path("validFrom").asText());
    var _ = declare(Instant.now().toString());

    Reply earlier = declare(made.plusMillis(1).toString());
    Reply later = declare(Instant.now().toString());
    Reply again = declare(made.plusMillis(1).toString());

    assertThat(earlier.status()).isEqualTo(200);
    assertThat(later.status()).isEqualTo(409);
    assertThat(later.json().path("type").asText()).endsWith("/already-compromised");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(earlier.body());
    assertThat(awaitAnnounced(key, 3).data().revokedAt()).isBeforeOrEqualTo(made.plusMillis(1));
    // One that was made in place of the first: a second declaration makes none.
    assertThat(keys()).hasSize(2);
  }

  @Test
  @Tag("S6")
  void aReplacedKeyCanTurnOutToHaveBeenLost() {
    var _ = institution.post("/keys/" + key + "/replacement", "");

    Reply reply = declare(Instant.now().toString());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(keys()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "{\"since\": null}",
        "{\"since\": \"yesterday\"}",
        "{\"since\": \"2001-01-01T00:00:00Z\"}",
        "{\"since\": \"2099-01-01T00:00:00Z\"}",
        "{\"since\": \"+999999999-01-01T00:00:00Z\"}",
        "{\"since\": \"-999999999-01-01T00:00:00Z\"}",
        "{\"since\": \"2026-10-01T00:00:00Z\", \"key\": \"other\"}"
      })
  void aMomentAtWhichThereWasNoSuchKeyIsRefused(String body) {
    Reply reply = institution.post("/keys/" + key + "/compromise", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(known(key).path("revokedAt").isTextual()).isFalse();
  }

  @Test
  @Tag("S4")
  void anothersKeyIsNotFound() {
    var other = Institution.authorised();

    assertThat(other.post("/keys/" + key + "/replacement", "").status()).isEqualTo(404);
    assertThat(
            other
                .post("/keys/" + key + "/compromise", "{\"since\": \"" + Instant.now() + "\"}")
                .status())
        .isEqualTo(404);
    assertThat(known(key).path("validUntil").isTextual()).isFalse();
  }

  private Reply declare(String since) {
    return institution.post("/keys/" + key + "/compromise", "{\"since\": \"" + since + "\"}");
  }

  private JsonNode keys() {
    return institution.get("/keys").json().path("items");
  }

  private JsonNode known(String id) {
    for (JsonNode each : keys()) {
      if (each.path("id").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no such key");
  }

  private static Event<OrganisationKeyChangedV1> awaitAnnounced(String key, long sequence) {
    try (var topics = new TopicProbe()) {
      return Await.untilPresent(
          "announcement " + sequence + " of the key",
          () ->
              topics.read(Topic.ORGANISATION_KEY, OrganisationKeyChangedV1.class).stream()
                  .filter(event -> event.data().keyId().toString().equals(key))
                  .filter(event -> event.envelope().sequence() == sequence)
                  .findFirst()
                  .orElse(null));
    }
  }

  private List<StatusListPublishedV1> newestLists(TopicProbe topics) {
    List<StatusListPublishedV1> all =
        topics.read(Topic.STATUS_LIST, StatusListPublishedV1.class).stream()
            .map(Event::data)
            .filter(list -> list.organisationId().equals(institution.id))
            .toList();
    return all.stream()
        .filter(
            list ->
                all.stream()
                    .noneMatch(
                        other ->
                            other.listId().equals(list.listId())
                                && other.version() > list.version()))
        .toList();
  }
}
