package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.awaitFinding;
import static org.mikromerit.verification.Employer.awaitVerdict;
import static org.mikromerit.verification.Employer.finding;
import static org.mikromerit.verification.Employer.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What is known of issuers only from another registry that is trusted. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("LRN-2")
class BundleTest {
  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  void aCredentialOfAnotherInstallationIsVerifiedByTheBundleThatCameWithItAndItsAgeIsTold() {
    School school = elsewhere();
    String document = school.issues(credential, 1);
    assertThat(verdict(document).path("conclusion").asText()).isEqualTo("UNDECIDED");

    imported(OtherRegistry.signed(OtherRegistry.says(school)));

    JsonNode verdict = awaitVerdict(document, "VALID_WITH_WARNINGS");
    JsonNode source = finding(verdict, "source");
    assertThat(source.path("code").asText()).isEqualTo("told-by-another-registry");
    assertThat(source.path("evidence").path("registry").asText())
        .isEqualTo(OtherRegistry.DID.value());
    assertThat(source.path("evidence").path("ageSeconds").asLong()).isGreaterThan(800_000);
    assertThat(finding(verdict, "status").path("code").asText()).isEqualTo("status-stood-then");
  }

  @Test
  @Tag("S4")
  void whatWasSignedAfterTheBundleWasMadeIsUndecidedForItsKeyMayHaveBeenStolenSince() {
    School school = elsewhere();
    String document = school.issues(credential, 1);
    var said = OtherRegistry.says(school);
    said.put("issuedAt", "2026-03-02T09:30:14Z");

    imported(OtherRegistry.signed(said));

    JsonNode verdict = awaitFinding(document, "issuer-told-of-before-issue");
    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  void whatTheBundleSaysWasRevokedIsInvalid() {
    School school = elsewhere();
    UUID other = UUID.randomUUID();
    var said = OtherRegistry.says(school, 2);
    OtherRegistry.saysRevoked(said, other);

    imported(OtherRegistry.signed(said));

    awaitFinding(school.issues(credential, 2), "revoked");
    JsonNode verdict = awaitVerdict(school.issues(other, 3), "INVALID");
    assertThat(finding(verdict, "status").path("evidence").path("reason").asText())
        .isEqualTo("error");
  }

  @Test
  void ofTwoBundlesTheNewerIsHeard() {
    School school = elsewhere();
    var older = OtherRegistry.says(school);
    older.put("issuedAt", OtherRegistry.AS_OF.minusSeconds(60).toString());
    imported(OtherRegistry.signed(OtherRegistry.says(school, 4)));
    String document = school.issues(credential, 4);
    awaitFinding(document, "revoked");

    imported(OtherRegistry.signed(older));

    School later = elsewhere();
    imported(OtherRegistry.signed(OtherRegistry.says(later)));
    awaitVerdict(later.issues(UUID.randomUUID(), 5), "VALID_WITH_WARNINGS");
    assertThat(verdict(document).path("conclusion").asText()).isEqualTo("INVALID");
  }

  @Test
  @Tag("S1")
  void aBundleThatNobodyTrustedSignedCountsForNothing() {
    School forged = elsewhere();
    School mistaken = elsewhere();
    imported(OtherRegistry.forged(OtherRegistry.says(forged)));
    imported(OtherRegistry.asTrustList(OtherRegistry.says(mistaken)));

    School honest = elsewhere();
    imported(OtherRegistry.signed(OtherRegistry.says(honest)));

    awaitVerdict(honest.issues(credential, 6), "VALID_WITH_WARNINGS");
    assertThat(verdict(forged.issues(UUID.randomUUID(), 6)).path("conclusion").asText())
        .isEqualTo("UNDECIDED");
    assertThat(verdict(mistaken.issues(UUID.randomUUID(), 6)).path("conclusion").asText())
        .isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("S4")
  void aRegistryIsNotHeardOnAnothersIssuers() {
    var ours = new School(topics);
    imported(OtherRegistry.signed(OtherRegistry.says(ours)));
    School honest = elsewhere();
    imported(OtherRegistry.signed(OtherRegistry.says(honest)));

    awaitVerdict(honest.issues(UUID.randomUUID(), 7), "VALID_WITH_WARNINGS");

    assertThat(verdict(ours.issues(credential, 7)).path("conclusion").asText())
        .isEqualTo("UNDECIDED");
  }

  @Test
  void aBundleSaysNothingOfWhatItLacks() {
    School school = elsewhere();
    var said = OtherRegistry.says(school);
    said.remove("statusLists");

    imported(OtherRegistry.signed(said));

    JsonNode verdict = awaitFinding(school.issues(credential, 8), "status-list-unknown");
    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  private School elsewhere() {
    return new School(topics, OtherRegistry.PUBLIC);
  }

  private void imported(String bundle) {
    topics.publish(OtherRegistry.imported(bundle), 1);
  }
}
