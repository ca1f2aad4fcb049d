package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.awaitFinding;
import static org.mikromerit.verification.Employer.awaitVerdict;
import static org.mikromerit.verification.Employer.finding;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns who asks about a moment that has passed. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("VER-5")
class AsOfVerdictTest {
  /** After the issue and before the revocation that the school announces. */
  private static final String BETWEEN = "2026-03-15T00:00:00Z";

  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  void whatWasRevokedLaterStoodThenAndTheRevocationIsTold() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 31);
    awaitVerdict(document, "VALID");
    school.announceRevoked(credential);
    awaitVerdict(document, "INVALID");

    JsonNode verdict = asOf(BETWEEN, document).json();

    assertThat(verdict.path("conclusion").asText()).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(verdict.toString()).contains("revoked-later", "\"since\":\"2026-04-01T10:00:00Z\"");
    assertThat(finding(verdict, "time").path("text").path("en").asText())
        .isEqualTo("It was valid at that time.");
    assertThat(verdict.path("asOf").asText()).isEqualTo(BETWEEN);
    assertThat(Instant.parse(verdict.path("checkedAt").asText())).isAfter(Instant.parse(BETWEEN));
  }

  @Test
  void withoutAMomentItIsAskedAboutNow() {
    School school = School.authorised(topics);

    JsonNode verdict = awaitVerdict(school.issues(credential, 32), "VALID");

    assertThat(verdict.path("asOf")).isEqualTo(verdict.path("checkedAt"));
  }

  @Test
  void beforeItsIssueItIsNotValidYet() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 33);
    awaitVerdict(document, "VALID");

    JsonNode verdict = asOf("2026-02-01T00:00:00Z", document).json();

    assertThat(verdict.path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(finding(verdict, "time").path("code").asText()).isEqualTo("not-yet-valid");
  }

  @Test
  void aBitThatNobodyDatedLeavesThePastOpen() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 34);
    awaitVerdict(document, "VALID");
    school.announceList(34);
    awaitFinding(document, "revoked");

    JsonNode verdict = asOf(BETWEEN, document).json();

    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
    assertThat(finding(verdict, "status").path("code").asText()).isEqualTo("status-then-unknown");
  }

  @Test
  void anIdAloneIsAskedAboutThePastToo() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 35);
    school.announceRevoked(credential);
    awaitFinding(document, "revoked");

    assertThat(byId(BETWEEN).json().path("conclusion").asText()).isEqualTo("UNDECIDED");
    assertThat(byId("2026-04-01T10:00:00Z").json().path("conclusion").asText())
        .isEqualTo("INVALID");
  }

  @Test
  void theFutureIsRefused() {
    Reply reply = asOf(Instant.now().plus(Duration.ofHours(1)).toString(), "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("type").asText()).endsWith("invalid-value");
    assertThat(reply.body()).contains("asOf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "2026-01-01", "2026-01-01T00:00:00", "1767225600", "-1", "2026"})
  void whatIsNoMomentIsRefused(String text) {
    assertThat(asOf(text, "{}").status()).isEqualTo(400);
    assertThat(byId(text).status()).isEqualTo(400);
  }

  private static Reply asOf(String moment, String document) {
    return new Http("http://localhost:" + RestAssured.port)
        .post("/verify?asOf=" + moment)
        .body("application/vc", document.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private Reply byId(String moment) {
    return new Http("http://localhost:" + RestAssured.port)
        .post("/verify/id?asOf=" + moment)
        .json("{\"id\":\"urn:uuid:" + credential + "\"}")
        .send();
  }
}
