package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.awaitFinding;
import static org.mikromerit.verification.Employer.awaitOutcome;
import static org.mikromerit.verification.Employer.awaitVerdict;
import static org.mikromerit.verification.Employer.finding;
import static org.mikromerit.verification.Employer.outcome;
import static org.mikromerit.verification.Employer.post;
import static org.mikromerit.verification.Employer.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns who posts a document. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class VerdictTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant BEGAN = Instant.parse("2026-01-15T08:00:00Z");

  @Inject Jdbi jdbi;

  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  @Tag("VER-1")
  @Tag("VER-2")
  void whatAnAuthorisedIssuerSignedAndDidNotTakeBackIsValid() {
    School school = School.authorised(topics);

    JsonNode verdict = awaitVerdict(school.issues(credential, 1), "VALID");

    assertThat(verdict.path("credential").path("holderName").asText())
        .isEqualTo("Åsa Öberg-Čermák 🌻");
    assertThat(verdict.path("credential").path("issuer").path("name").asText())
        .isEqualTo(school.name);
    assertThat(verdict.path("credential").path("issuer").path("nameByTheRegister").asBoolean())
        .isTrue();
    for (JsonNode finding : verdict.path("findings")) {
      assertThat(finding.path("outcome").asText()).isEqualTo("PASSED");
      assertThat(finding.path("text").path("sv").asText()).isNotBlank();
      assertThat(finding.path("text").path("en").asText()).isNotBlank();
    }
  }

  @Test
  void allChecksOfAVerdictRestOnOneAnswerAboutItsIssuer() throws IOException {
    School school = School.authorised(topics);
    String document = school.issues(credential, 25);
    awaitVerdict(document, "VALID");

    List<String> questions = questionsOf(() -> verdict(document), school.did.value());

    // The key and the issuer once for all checks, the list's key, and the issuer's name of today.
    assertThat(questions).hasSize(4);
  }

  /** The statements with their values that are about an issuer. */
  private List<String> questionsOf(Runnable work, String issuer) throws IOException {
    Path file = Files.createTempFile("questions", ".jfr");
    try (var recording = new Recording()) {
      recording.enable("jdbi.statement");
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .map(event -> event.getString("sql") + event.getString("parameters"))
          .filter(question -> question.contains(issuer))
          .toList();
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256", "P384"})
  void keysOfEveryKindAreKnown(KeyType kind) {
    School school = School.authorised(topics, kind);
    String document = school.issues(credential, 24);

    awaitVerdict(document, "VALID");

    assertThat(outcome(verdict(document.replace("Öberg", "Oberg")), "proof")).isEqualTo("FAILED");
  }

  @Test
  @Tag("VER-2")
  void whatWasChangedIsInvalidAndNotShown() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 2);
    awaitVerdict(document, "VALID");

    JsonNode verdict = verdict(document.replace("Öberg", "Oberg"));

    assertThat(verdict.path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(outcome(verdict, "proof")).isEqualTo("FAILED");
    assertThat(verdict.has("credential")).isFalse();
    assertThat(verdict.toString()).doesNotContain("Oberg");
  }

  @Test
  @Tag("VER-2")
  void whatIsLikeWhatWasValidIsVerifiedByATemplateAndStillInvalidIfItWasChanged() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 25);
    awaitVerdict(document, "VALID");
    awaitVerdict(document, "VALID");
    double before = verifiedByTemplate();

    assertThat(verdict(document).path("conclusion").asText()).isEqualTo("VALID");
    JsonNode changed = verdict(document.replace("Öberg", "Oberg"));

    assertThat(changed.path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(outcome(changed, "proof")).isEqualTo("FAILED");
    // Two documents, each with its proof's options.
    assertThat(verifiedByTemplate()).isGreaterThanOrEqualTo(before + 4);
  }

  private static double verifiedByTemplate() {
    return Metrics.globalRegistry
        .get("mikromerit.template.documents")
        .tag("path", "template")
        .counter()
        .count();
  }

  @Test
  void otherKeyOrderAndWhiteSpaceChangeNothing() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 3);
    awaitVerdict(document, "VALID");

    assertThat(verdict(rearranged(document)).path("conclusion").asText()).isEqualTo("VALID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/vc+jwt", "application/jwt", "application/vc"})
  @Tag("VER-1")
  void aTokenIsJudgedLikeADocument(String type) {
    School school = School.authorised(topics);
    awaitVerdict(school.issues(UUID.randomUUID(), 21), "VALID");
    String token = school.issuesToken(credential, 22);

    Reply whole = post(token, type);
    Reply changed = post(token.substring(0, token.length() - 8) + "AAAAAAAA", type);

    assertThat(whole.json().path("conclusion").asText()).as(whole.body()).isEqualTo("VALID");
    assertThat(changed.json().path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(changed.json().has("credential")).isFalse();
  }

  @Test
  void aTokenThatWasTakenBackIsInvalid() {
    School school = School.authorised(topics);
    String token = school.issuesToken(credential, 23);
    awaitVerdict(token, "VALID");

    school.announceRevoked(credential);

    assertThat(outcome(awaitVerdict(token, "INVALID"), "status")).isEqualTo("FAILED");
  }

  @Test
  @Tag("R3")
  void aSetBitInTheNewestListIsARevocationAlsoForACopy() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 4);
    awaitVerdict(document, "VALID");

    school.announceList(4);

    JsonNode verdict = awaitVerdict(document, "INVALID");
    assertThat(outcome(verdict, "status")).isEqualTo("FAILED");
    assertThat(outcome(verdict, "proof")).isEqualTo("PASSED");
    assertThat(verdict(rearranged(document)).path("conclusion").asText()).isEqualTo("INVALID");
  }

  @Test
  @Tag("S6")
  void aListThatWasVerifiedCountsForNothingOnceItsKeyIsRevoked() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 18);
    awaitVerdict(document, "VALID");

    school.announceKeyRevoked();

    JsonNode verdict = awaitFinding(document, "status-list-unknown");
    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("PRV-12")
  void whatIsSuspendedIsInvalidUntilItIsReinstated() {
    School school = School.authorised(topics);
    school.announceSuspensions();
    String document = school.issuesSuspendable(credential, 19);
    awaitVerdict(document, "VALID");

    school.announceSuspended(credential);
    school.announceSuspensions(19);

    JsonNode suspended = awaitVerdict(document, "INVALID");
    assertThat(finding(suspended, "status").path("code").asText()).isEqualTo("suspended");
    assertThat(finding(suspended, "status").path("evidence").toString())
        .contains("under-investigation");

    school.announceSuspensions();
    school.announceReinstated(credential);

    awaitVerdict(document, "VALID");
  }

  @Test
  void aSuspensionThatOnlyTheListTellsOfCounts() {
    School school = School.authorised(topics);
    school.announceSuspensions(20);

    awaitFinding(school.issuesSuspendable(credential, 20), "suspended");
    awaitVerdict(school.issuesSuspendable(UUID.randomUUID(), 21), "VALID");
  }

  @Test
  void withoutTheListOfSuspensionsNobodyCanSayThatItStands() {
    School school = School.authorised(topics);
    awaitVerdict(school.issues(UUID.randomUUID(), 22), "VALID");

    JsonNode verdict = verdict(school.issuesSuspendable(credential, 22));

    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("S6")
  void anOldListThatIsToldAnewUndoesNothing() {
    School school = School.authorised(topics);
    school.announceList(23);
    String document = school.issues(credential, 23);
    awaitFinding(document, "revoked");

    school.announceListUntil(Instant.now().plus(Duration.ofHours(20)));

    Await.until("it is set aside", () -> cause(school.list).contains("ROLLED_BACK"));
    awaitFinding(document, "revoked");
  }

  private String cause(UUID list) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select cause from parked where key = :key")
                .bind("key", list.toString())
                .mapTo(String.class)
                .findFirst()
                .orElse(""));
  }

  @Test
  @Tag("PRV-8")
  void whatWasCorrectedIsInvalidAndCalledReplaced() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 26);
    awaitVerdict(document, "VALID");

    school.announceSuperseded(credential);

    JsonNode status = finding(awaitVerdict(document, "INVALID"), "status");
    assertThat(status.path("code").asText()).isEqualTo("revoked");
    assertThat(status.path("evidence").path("reason").asText()).isEqualTo("supersession");
    assertThat(status.path("text").path("en").asText()).contains("replaced");
    assertThat(status.path("text").path("sv").asText()).contains("ersatt");
  }

  @Test
  void anAnnouncedRevocationCountsBeforeTheListComes() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 5);
    awaitVerdict(document, "VALID");

    school.announceRevoked(credential);

    JsonNode verdict = awaitVerdict(document, "INVALID");
    assertThat(finding(verdict, "status").path("evidence").toString()).contains("error");
  }

  @Test
  @Tag("VER-2")
  void anIssuerWhomNobodyKnowsIsNeverAYes() {
    var stranger = new School(topics);

    JsonNode verdict = verdict(stranger.issues(credential, 6));

    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
    assertThat(verdict.has("credential")).isFalse();
  }

  @Test
  @Tag("S4")
  void whatIsSignedByAnotherOrganisationIsInvalid() {
    School school = School.authorised(topics);
    School other = School.authorised(topics);
    awaitVerdict(school.issues(UUID.randomUUID(), 7), "VALID");
    awaitVerdict(other.issues(UUID.randomUUID(), 7), "VALID");

    JsonNode verdict = verdict(school.signedBy(other, credential));

    assertThat(verdict.path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(verdict.has("credential")).isFalse();
  }

  @Test
  void withoutAListNobodyCanSayThatItStands() {
    var school = new School(topics);
    school.announce(
        new StateSince(OrganisationState.APPLIED, BEGAN.minusSeconds(1), null),
        new StateSince(OrganisationState.AUTHORISED, BEGAN, null));
    school.announceKey();
    school.announceDefinition();

    JsonNode verdict = awaitOutcome(school.issues(credential, 8), "proof", "PASSED");

    assertThat(outcome(verdict, "status")).isEqualTo("UNDECIDED");
    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  void aListThatIsTooOldCannotSayThatItStands() {
    var school = new School(topics);
    school.announce(
        new StateSince(OrganisationState.APPLIED, BEGAN.minusSeconds(1), null),
        new StateSince(OrganisationState.AUTHORISED, BEGAN, null));
    school.announceKey();
    school.announceDefinition();
    school.announceListUntil(Instant.now().minus(Duration.ofHours(1)), 10);

    JsonNode standing = awaitFinding(school.issues(credential, 9), "status-list-stale");
    JsonNode revoked = verdict(school.issues(credential, 10));

    assertThat(standing.path("conclusion").asText()).isEqualTo("UNDECIDED");
    assertThat(revoked.path("conclusion").asText()).isEqualTo("INVALID");
  }

  @Test
  void aListThatComesBeforeItsKeyCountsOnceTheKeyIsThere() {
    var school = new School(topics);
    school.announceList(11);
    school.announce(
        new StateSince(OrganisationState.APPLIED, BEGAN.minusSeconds(1), null),
        new StateSince(OrganisationState.AUTHORISED, BEGAN, null));

    school.announceKey();
    school.announceDefinition();

    awaitFinding(school.issues(credential, 11), "revoked");
    awaitVerdict(school.issues(UUID.randomUUID(), 12), "VALID");
  }

  @Test
  @Tag("QA-2")
  void authorityIsJudgedAtTheDateOfIssue() {
    var school = new School(topics);
    school.announce(
        new StateSince(OrganisationState.APPLIED, BEGAN, null),
        new StateSince(OrganisationState.AUTHORISED, Instant.parse("2026-06-01T00:00:00Z"), null));
    school.announceKey();
    school.announceDefinition();
    school.announceList();

    JsonNode verdict =
        awaitFinding(school.issues(credential, 13), "issuer-not-authorised-at-issue");

    assertThat(verdict.path("conclusion").asText()).isEqualTo("INVALID");
  }

  @Test
  @Tag("QA-4")
  void whoIsNoLongerAuthorisedLeavesWhatItIssuedStanding() {
    var school = new School(topics);
    school.announce(
        new StateSince(OrganisationState.APPLIED, BEGAN.minusSeconds(1), null),
        new StateSince(OrganisationState.AUTHORISED, BEGAN, null),
        new StateSince(
            OrganisationState.WITHDRAWN, Instant.parse("2026-09-01T00:00:00Z"), "Closed"));
    school.announceKey();
    school.announceDefinition();
    school.announceList();

    JsonNode verdict = awaitVerdict(school.issues(credential, 14), "VALID_WITH_WARNINGS");

    assertThat(finding(verdict, "issuer").path("code").asText())
        .isEqualTo("issuer-no-longer-authorised");
  }

  @Test
  void whatHasExpiredIsInvalid() {
    School school = School.authorised(topics);

    String document = school.issuesUntil(credential, 15, Instant.parse("2026-04-01T00:00:00Z"));

    assertThat(outcome(awaitVerdict(document, "INVALID"), "time")).isEqualTo("FAILED");
  }

  @Test
  @Tag("STK-3")
  void anAwardIsBrokenWhenOneOfItsPartsIsRevoked() {
    School school = School.authorised(topics);
    UUID part = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    String award = school.awards(credential, 16, part, other);
    awaitVerdict(award, "VALID");

    school.announceRevoked(other);

    JsonNode verdict = awaitVerdict(award, "INVALID");
    assertThat(verdict.toString()).contains("part-revoked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"Person\"}",
        "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"],\"type\":[\"VerifiableCredential\"]}",
        "{\"@context\":\"https://evil.example/context\",\"type\":\"VerifiableCredential\"}",
        "{\"@context\":{\"a\":\"http://b\"},\"a\":1}",
      })
  void whatIsNoCredentialGetsAVerdictThatSaysSo(String document) {
    JsonNode verdict = verdict(document);

    assertThat(verdict.path("conclusion").asText()).isNotEqualTo("VALID");
    assertThat(outcome(verdict, "format")).isNotEqualTo("PASSED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "nul", "{\"a\":1,\"a\":2}", "{\"a\":", "\"text\"", "{\"a\":1e400}"})
  void whatIsNotOneJsonObjectIsRefused(String body) {
    Reply reply = post(body, "application/vc");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  @Tag("S2")
  void whatIsTooDeepOrTooLargeIsRefused() {
    assertThat(
            post("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}", "application/vc")
                .status())
        .isEqualTo(400);
    assertThat(post("{\"a\":\"" + "x".repeat(300_000) + "\"}", "application/vc").status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/pdf", "application/x-www-form-urlencoded"})
  void anotherMediaTypeIsRefused(String type) {
    assertThat(post("{}", type).status()).isEqualTo(415);
  }

  @Test
  void anUnknownKindOfSignatureIsUndecided() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 17);
    awaitVerdict(document, "VALID");

    JsonNode verdict = verdict(document.replace("eddsa-rdfc-2022", "none"));

    assertThat(verdict.path("conclusion").asText()).isNotEqualTo("VALID");
    assertThat(verdict.has("credential")).isFalse();
  }

  private static String rearranged(String document) {
    try {
      return turnedRound(JSON.readTree(document)).toPrettyString();
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
