package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * One credential's whole life on a made-up world: other names, other numbers, a pathway of two out
 * of four.
 */
class CredentialLifeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation = Installation.get();
  private final Verifier verifier = new Verifier(installation);
  private final World world = new World(2_026_11_21L);

  @Test
  @Tag("VER-1")
  @Tag("PRV-12")
  @Tag("STK-3")
  @Tag("R2")
  @Tag("R7")
  void aCredentialIsIssuedBelievedStackedSuspendedReinstatedAndTakenBack() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    Institution association = Institution.authorised(installation, world.organisation("Förbundet"));
    String award = school.published(world.definition());
    List<String> parts =
        List.of(
            school.published(world.definition()),
            school.published(world.definition()),
            association.published(world.definition()),
            association.published(world.definition()));
    String pathway = school.pathway(twoOf(parts));
    school.awards(pathway, award);
    ObjectNode learner = world.learner();

    Reply first = school.issued(parts.get(1), learner);
    Reply second = association.issued(parts.get(2), learner);

    assertVerdict(first, "VALID");
    assertVerdict(second, "VALID");
    assertInLedger(first);
    assertInLedger(second);
    String awarded = awaitAward(school, pathway, "STANDING");
    Reply awardDocument = school.credential(awarded);
    assertThat(awardDocument.body())
        .contains(first.json().path("id").asText())
        .contains(second.json().path("id").asText())
        .contains(learner.path("familyName").asText());
    assertVerdict(awardDocument, "VALID");

    assertThat(association.suspend(idOf(second)).status()).isEqualTo(200);

    assertVerdict(second, "INVALID");
    assertThat(awaitAward(school, pathway, "BROKEN")).isEqualTo(awarded);
    assertVerdict(awardDocument, "INVALID");

    assertThat(association.reinstate(idOf(second)).status()).isEqualTo(200);

    assertVerdict(second, "VALID");
    assertThat(awaitAward(school, pathway, "STANDING")).isEqualTo(awarded);
    assertVerdict(awardDocument, "VALID");

    assertThat(association.revoke(idOf(second)).status()).isEqualTo(200);

    assertVerdict(second, "INVALID");
    assertThat(verifier.ofDocument(rearranged(second.json())).path("conclusion").asText())
        .isEqualTo("INVALID");
    assertThat(awaitAward(school, pathway, "BROKEN")).isEqualTo(awarded);
    assertVerdict(awardDocument, "INVALID");
    assertVerdict(first, "VALID");
  }

  @Test
  @Tag("R2")
  void theSameRequestAgainGetsTheSameBytesAndAnotherUnderItsKeyIsRefused() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String definition = school.published(world.definition());
    String key = UUID.randomUUID().toString();
    ObjectNode learner = world.learner();
    Reply first = school.issue(definition, learner, key);

    Reply again = school.issue(definition, learner, key);
    Reply another = school.issue(definition, world.learner(), key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(another.status()).isEqualTo(409);
    assertThat(another.json().path("type").asText()).endsWith("/idempotency-key-reused");
  }

  @Test
  @Tag("NOT-4")
  void aRefusedOrganisationCannotIssue() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String definition = school.published(world.definition());
    Institution refused = Institution.newcomer(installation, world.organisation("Snabbt"));
    assertThat(refused.apply().status()).isEqualTo(201);
    assertThat(refused.decided("REFUSE").status()).isEqualTo(200);

    Reply reply = refused.issue(definition, world.learner(), UUID.randomUUID().toString());

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().path("type").asText()).endsWith("/organisation-not-authorised");
  }

  @Test
  @Tag("NOT-1")
  void whatNobodyAssessesIsNotPublished() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    ObjectNode definition = world.definition();
    definition.remove("assessment");
    String draft = school.draft(definition).json().path("id").asText();

    Reply refused = school.publish(draft);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("MC-NOT-ASSESSED");
  }

  @Test
  @Tag("S3")
  void aProgramThatOthersWroteBelievesItAndNotATamperedCopy() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    String document = school.issued(school.published(world.definition()), world.learner()).body();
    var others = new OtherVerifier(installation, school);

    assertThat(others.verify(document).exit()).isZero();
    assertThat(others.verify(document.replace("\"SE\"", "\"NO\"")).exit()).isEqualTo(1);
  }

  @Test
  void whatWasTamperedWithIsRefusedAndNotShown() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    ObjectNode learner = world.learner();
    Reply issued = school.issued(school.published(world.definition()), learner);
    assertVerdict(issued, "VALID");
    String tampered = issued.body().replace("\"SE\"", "\"NO\"");
    assertThat(tampered).isNotEqualTo(issued.body());

    JsonNode verdict = verifier.ofDocument(tampered);

    assertThat(verdict.path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(verdict.toString()).doesNotContain(learner.path("familyName").asText());
  }

  @Test
  @Tag("S4")
  void anotherInstitutionSeesNothingOfIt() {
    Institution school = Institution.authorised(installation, world.organisation("Skolan"));
    Institution other = Institution.authorised(installation, world.organisation("Andra"));
    String definition = school.published(world.definition());
    Reply issued = school.issued(definition, world.learner());

    assertThat(other.credential(idOf(issued)).status()).isEqualTo(404);
    assertThat(other.revoke(idOf(issued)).status()).isEqualTo(404);
    assertThat(other.publish(definition).status()).isEqualTo(404);
    assertThat(other.issue(definition, world.learner(), UUID.randomUUID().toString()).status())
        .isBetween(403, 422);
    assertThat(
            installation
                .issuer()
                .get("/organisations/" + school.id() + "/credentials")
                .bearer(other.token())
                .send()
                .status())
        .isEqualTo(403);
  }

  private static String twoOf(List<String> definitions) {
    var parts = new ArrayList<String>();
    for (String definition : definitions) {
      parts.add("{\"part\":{\"definition\":\"" + definition + "\"}}");
    }
    return "{\"nOf\":{\"n\":2,\"of\":[" + String.join(",", parts) + "]}}";
  }

  private void assertVerdict(Reply credential, String conclusion) {
    verifier.awaitConclusion(credential.body(), conclusion);
  }

  private void assertInLedger(Reply credential) {
    Await.untilAsserted(
        "the ledger has it",
        () ->
            assertThat(
                    installation
                        .registry()
                        .get("/ledger?credential=" + idOf(credential))
                        .send()
                        .json()
                        .path("items"))
                .hasSize(1));
  }

  private static String awaitAward(Institution school, String pathway, String state) {
    return Await.untilPresent(
        "the award is " + state,
        () -> {
          for (JsonNode progress : school.progress(pathway)) {
            if (progress.path("award").path("state").asText().equals(state)) {
              return progress.path("award").path("credentialId").asText();
            }
          }
          return null;
        });
  }

  /** The same content with its keys turned round and other white space. */
  private static String rearranged(JsonNode document) {
    try {
      return JSON.copy()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(turnedRound(document));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode turnedRound(JsonNode node) {
    if (node.isArray()) {
      var array = JSON.createArrayNode();
      node.forEach(each -> array.add(turnedRound(each)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    Collections.reverse(names);
    var object = JSON.createObjectNode();
    names.forEach(name -> object.set(name, turnedRound(node.get(name))));
    return object;
  }
}
