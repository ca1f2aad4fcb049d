package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightState;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

/** A creates, B has A's right to issue it, C has none. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
@Tag("PRV-5")
class IssuingRightTest {
  private static final String REASON = "The assessors that were agreed on have left";

  @Test
  void whoWasGrantedTheRightIssuesAndTheDocumentSaysWhoCreatedIt() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);

    Reply issued = holder.issue(Institution.order(definition));

    assertThat(issued.status()).isEqualTo(201);
    JsonNode document = issued.json();
    assertThat(document.at("/issuer/id").asText()).endsWith(holder.id.toString());
    assertThat(document.at("/credentialSubject/achievement/creator/id").asText())
        .endsWith(creator.id.toString());
    assertThat(document.at("/credentialSubject/achievement/creator/name").asText())
        .isEqualTo(Institution.NAME);
    assertThat(document.at("/issuingRight").asText()).isEqualTo("urn:uuid:" + right);
    try (var topics = new TopicProbe()) {
      CredentialIssuedV1 announced = announced(topics, Institution.idOf(issued));
      assertThat(announced.organisationId()).isEqualTo(holder.id);
      assertThat(announced.rightId()).isEqualTo(right);
    }
  }

  @Test
  void whoCreatedItNeedsNoRightAndTheDocumentNamesNone() {
    var creator = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    granted(creator, definition, Institution.authorised());

    JsonNode document = creator.issue(Institution.order(definition)).json();

    assertThat(document.has("issuingRight")).isFalse();
    assertThat(document.at("/credentialSubject/achievement").has("creator")).isFalse();
  }

  @Test
  @Tag("S4")
  void whoWasGrantedNothingIsToldSo() {
    var creator = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    granted(creator, definition, Institution.authorised());

    assertRefused(
        Institution.authorised().issue(Institution.order(definition)), "issuing-right-missing");
  }

  @Test
  void whoseAuthorisationWasWithdrawnIsToldSoWithTheReasonAlthoughARightIsThere() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    granted(creator, definition, holder);
    holder.isNow(OrganisationState.WITHDRAWN, "Nobody answers any more");

    Reply refused = awaitRefusal(holder, definition);

    assertRefused(refused, "authorisation-withdrawn");
    assertThat(refused.json().at("/reason").asText()).isEqualTo("Nobody answers any more");
    assertThat(refused.json().at("/since").asText()).isEqualTo("2026-01-07T08:00:00Z");
  }

  @Test
  void afterWithdrawalNothingMoreIsIssuedAndWhatWasIssuedStays() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);
    Reply before = holder.issue(Institution.order(definition), "before");

    Reply withdrawn = withdraw(creator, definition, right);

    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(withdrawn.json().at("/state").asText()).isEqualTo("WITHDRAWN");
    Reply after = holder.issue(Institution.order(definition));
    assertRefused(after, "issuing-right-ended");
    assertThat(after.json().at("/ended").asText()).isEqualTo("withdrawn");
    assertThat(after.json().at("/reason").asText()).isEqualTo(REASON);
    assertThat(Instant.parse(after.json().at("/since").asText()))
        .isEqualTo(Instant.parse(withdrawn.json().at("/withdrawnAt").asText()));
    assertThat(holder.get("/credentials").json().at("/items/0/status").asText()).isEqualTo("VALID");
    assertThat(holder.issue(Institution.order(definition), "before").body())
        .isEqualTo(before.body());
  }

  @Test
  void aRightEndsByItsDate() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    granted(
        creator,
        definition,
        offer(holder).put("validUntil", Instant.now().plusSeconds(3).toString()));

    Reply refused = awaitRefusal(holder, definition);

    assertRefused(refused, "issuing-right-ended");
    assertThat(refused.json().at("/ended").asText()).isEqualTo("expired");
  }

  @Test
  void aRightThatHasNotBegunIsNoneYet() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    granted(creator, definition, offer(holder).put("validFrom", "2099-01-01T00:00:00Z"));

    Reply refused = holder.issue(Institution.order(definition));

    assertRefused(refused, "issuing-right-missing");
    assertThat(refused.json().at("/begins").asText()).isEqualTo("2099-01-01T00:00:00Z");
  }

  @Test
  void aRightToOneVersionIsNoneToAnother() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    var offer = offer(holder);
    offer.putArray("versions").add(1);
    granted(creator, definition, offer);
    publishedAgain(creator, definition);
    var second = Institution.order(definition);
    ((ObjectNode) second.get("definition")).put("version", 2);

    assertRefused(holder.issue(second), "issuing-right-missing");
    assertThat(holder.issue(Institution.order(definition)).status()).isEqualTo(201);
  }

  @Test
  void anUnlimitedRightCoversVersionsToCome() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    granted(creator, definition, holder);
    publishedAgain(creator, definition);
    var second = Institution.order(definition);
    ((ObjectNode) second.get("definition")).put("version", 2);

    assertThat(holder.issue(second).status()).isEqualTo(201);
  }

  @Test
  void aNarrowedRightNoLongerCoversWhatItLost() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    publishedAgain(creator, definition);
    UUID right = granted(creator, definition, holder);

    Reply changed = creator.put(path(definition, right), "{\"versions\":[2]}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().at("/versions/0").asInt()).isEqualTo(2);
    assertRefused(holder.issue(Institution.order(definition)), "issuing-right-missing");
  }

  @Test
  void allTermsAreAnnouncedInOrder() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);
    creator.put(path(definition, right), "{\"versions\":[1]}");
    withdraw(creator, definition, right);
    try (var topics = new TopicProbe()) {

      IssuingRightChangedV1 event = announcedWithdrawal(topics, right);

      assertThat(event.creatorId()).isEqualTo(creator.id);
      assertThat(event.issuerId()).isEqualTo(holder.id);
      assertThat(event.history())
          .extracting(terms -> terms.state())
          .containsExactly(
              IssuingRightState.GRANTED, IssuingRightState.GRANTED, IssuingRightState.WITHDRAWN);
      assertThat(event.history().get(0).versions()).isEmpty();
      assertThat(event.history().get(1).versions()).containsExactly(1);
      assertThat(event.history().get(2).reason()).isEqualTo(REASON);
    }
  }

  @Test
  @Tag("S4")
  void onlyTheCreatorGrantsChangesAndWithdraws() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);

    var replies =
        List.of(
            grant(holder, definition, offer(Institution.authorised())),
            holder.put(path(definition, right), "{}"),
            withdraw(holder, definition, right),
            holder.get(path(definition, right)),
            holder.get("/definitions/" + definition + "/rights"));

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(404));
    assertThat(holder.issue(Institution.order(definition)).status()).isEqualTo(201);
  }

  @Test
  @Tag("S4")
  void aRightIsNotReachedThroughAnotherDefinition() {
    var creator = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, Institution.authorised());
    UUID other = creator.publishedDefinition();

    assertThat(withdraw(creator, other, right).status()).isEqualTo(404);
    assertThat(creator.get(path(other, right)).status()).isEqualTo(404);
  }

  @Test
  void whoMayOnlyIssueGrantsNothing() {
    var creator = Institution.authorised();
    UUID definition = creator.publishedDefinition();

    Reply reply =
        Institution.service()
            .post(creator.path("/definitions/" + definition + "/rights"))
            .bearer(Tokens.organisation(creator.id, "issuer"))
            .json(offer(Institution.authorised()).toString())
            .send();

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void whatHasEndedStaysEnded() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);
    withdraw(creator, definition, right);

    Reply again = withdraw(creator, definition, right);
    Reply changed = creator.put(path(definition, right), "{}");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().at("/type").asText()).endsWith("/issuing-right-over");
    assertThat(changed.status()).isEqualTo(409);
    assertThat(grant(creator, definition, offer(holder)).status()).isEqualTo(201);
  }

  @Test
  void twoRightsToTheSameAreNotGrantedForOneWithdrawalWouldEndNothing() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);
    var offer = offer(holder);
    offer.putArray("versions").add(1);

    Reply second = grant(creator, definition, offer);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().at("/type").asText()).endsWith("/issuing-right-exists");
    assertThat(second.json().at("/right").asText()).isEqualTo(right.toString());
  }

  @Test
  void ofManyGrantsAtOnceOneSucceeds() throws Exception {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();

    List<Reply> replies = atOnce(8, () -> grant(creator, definition, offer(holder)));

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(7);
  }

  @Test
  @Tag("R3")
  void eachIssueIsBeforeOrAfterTheWithdrawalAndNeverBoth() throws Exception {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);
    var replies = new ArrayList<Reply>();
    Reply withdrawn;
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var issues = new ArrayList<Future<Reply>>();
      for (int i = 0; i < 40; i++) {
        issues.add(executor.submit(() -> holder.issue(Institution.order(definition))));
      }
      withdrawn = executor.submit(() -> withdraw(creator, definition, right)).get();
      for (Future<Reply> issue : issues) {
        replies.add(issue.get());
      }
    }

    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(replies).extracting(Reply::status).isSubsetOf(201, 403);
    Instant at = Instant.parse(withdrawn.json().at("/withdrawnAt").asText());
    try (var topics = new TopicProbe()) {
      assertThat(replies)
          .filteredOn(reply -> reply.status() == 201)
          .allSatisfy(
              reply ->
                  assertThat(announced(topics, Institution.idOf(reply)).issuedAt()).isBefore(at));
    }
    assertRefused(holder.issue(Institution.order(definition)), "issuing-right-ended");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"holder\":null}",
        "{\"holder\":\"nobody\"}",
        "{\"holder\":\"HOLDER\",\"versions\":[0]}",
        "{\"holder\":\"HOLDER\",\"versions\":[2]}",
        "{\"holder\":\"HOLDER\",\"versions\":[null]}",
        "{\"holder\":\"HOLDER\",\"versions\":\"all\"}",
        "{\"holder\":\"HOLDER\",\"validFrom\":\"2020-01-01T00:00:00Z\"}",
        "{\"holder\":\"HOLDER\",\"validUntil\":\"2020-01-01T00:00:00Z\"}",
        "{\"holder\":\"HOLDER\",\"validFrom\":\"2099-01-02T00:00:00Z\",\"validUntil\":\"2099-01-01T00:00:00Z\"}",
        "{\"holder\":\"HOLDER\",\"validUntil\":4102444800}",
        "{\"holder\":\"HOLDER\",\"validUntil\":\"9999-01-01T00:00:00Z\"}",
        "{\"holder\":\"HOLDER\",\"creator\":\"HOLDER\"}",
        "{\"holder\":\"CREATOR\"}",
        "{\"holder\":\"0190a000-0000-7000-8000-0000000000ff\"}"
      })
  void anOfferThatPermitsNothingIsRefused(String json) {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();

    Reply reply =
        creator.post(
            "/definitions/" + definition + "/rights",
            json.replace("HOLDER", holder.id.toString()).replace("CREATOR", creator.id.toString()));

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(holder.get("/rights").json().at("/items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":\"a\\u0007b\"}"})
  void aRightIsNotWithdrawnWithoutAReason(String json) {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);

    assertThat(creator.post(path(definition, right) + "/withdrawal", json).status()).isEqualTo(400);
    assertThat(holder.issue(Institution.order(definition)).status()).isEqualTo(201);
  }

  @Test
  void bothSeeTheRight() {
    var creator = Institution.authorised();
    var holder = Institution.authorised();
    UUID definition = creator.publishedDefinition();
    UUID right = granted(creator, definition, holder);

    JsonNode granted = creator.get("/definitions/" + definition + "/rights").json();
    JsonNode held = holder.get("/rights").json();

    assertThat(granted.at("/items/0/id").asText()).isEqualTo(right.toString());
    assertThat(granted.at("/items/0/state").asText()).isEqualTo("IN_FORCE");
    assertThat(held.at("/items/0")).isEqualTo(granted.at("/items/0"));
    assertThat(Institution.authorised().get("/rights").json().at("/items")).isEmpty();
  }

  private static ObjectNode offer(Institution holder) {
    return Institution.JSON.createObjectNode().put("holder", holder.id.toString());
  }

  private static UUID granted(Institution creator, UUID definition, Institution holder) {
    return granted(creator, definition, offer(holder));
  }

  private static UUID granted(Institution creator, UUID definition, JsonNode offer) {
    Reply reply = grant(creator, definition, offer);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return UUID.fromString(reply.json().at("/id").asText());
  }

  private static Reply grant(Institution creator, UUID definition, JsonNode offer) {
    return creator.post("/definitions/" + definition + "/rights", offer.toString());
  }

  private static Reply withdraw(Institution creator, UUID definition, UUID right) {
    return creator.post(path(definition, right) + "/withdrawal", "{\"reason\":\"" + REASON + "\"}");
  }

  private static String path(UUID definition, UUID right) {
    return "/definitions/" + definition + "/rights/" + right;
  }

  private static void publishedAgain(Institution creator, UUID definition) {
    var draft = Institution.definition();
    ((ObjectNode) draft.get("workload")).put("hours", 41);
    creator.put("/definitions/" + definition + "/draft", draft.toString());
    creator.post("/definitions/" + definition + "/publication", "");
  }

  private static void assertRefused(Reply reply, String type) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(403);
    assertThat(reply.json().at("/type").asText()).endsWith("/" + type);
  }

  private static Reply awaitRefusal(Institution holder, UUID definition) {
    return Await.untilPresent(
        "it is refused",
        () -> {
          Reply reply = holder.issue(Institution.order(definition));
          return reply.status() == 403 ? reply : null;
        });
  }

  private static CredentialIssuedV1 announced(TopicProbe topics, UUID credential) {
    return Await.untilPresent(
        "it is announced",
        () ->
            topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class).stream()
                .map(event -> event.data())
                .filter(data -> data.credentialId().equals(credential))
                .findFirst()
                .orElse(null));
  }

  private static IssuingRightChangedV1 announcedWithdrawal(TopicProbe topics, UUID right) {
    return Await.untilPresent(
        "the withdrawal is announced",
        () ->
            topics.read(Topic.ISSUING_RIGHT, IssuingRightChangedV1.class).stream()
                .filter(event -> event.envelope().sequence() == 3)
                .map(event -> event.data())
                .filter(data -> data.rightId().equals(right))
                .findFirst()
                .orElse(null));
  }

  private static List<Reply> atOnce(int times, Callable<Reply> work) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<Reply>>();
      for (int i = 0; i < times; i++) {
        futures.add(executor.submit(work));
      }
      var replies = new ArrayList<Reply>();
      for (Future<Reply> future : futures) {
        replies.add(future.get());
      }
      return replies;
    }
  }
}
