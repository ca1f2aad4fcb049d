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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.events.issuingright.IssuingRightState;
import org.mikromerit.events.organisation.OrganisationChangedV1.Accreditation;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns of whose definition it was, and of the issuer's standing since. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class IssuingRightVerdictTest {
  private static final Instant GRANTED = Instant.parse("2026-02-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2026-05-01T08:00:00Z");
  private static final Instant EARLIER = Instant.parse("2026-02-15T08:00:00Z");

  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();
  private final UUID right = UUID.randomUUID();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  @Tag("PRV-5")
  void theRightThatWasInForceIsShown() {
    School creator = School.authorised(topics);
    School holder = School.authorised(topics);
    creator.announceRight(right, holder, granted());

    JsonNode verdict =
        awaitFinding(
            holder.issuesOf(creator, credential, 1, right), "issuing-right-in-force", "VALID");

    JsonNode evidence = finding(verdict, "issuing-right").path("evidence");
    assertThat(evidence.path("right").asText()).isEqualTo(right.toString());
    assertThat(evidence.path("creator").asText()).isEqualTo(creator.did.value());
  }

  @Test
  @Tag("PRV-5")
  void whatWasIssuedBeforeTheWithdrawalStaysValidAndWhatCameAfterIsNot() {
    School creator = School.authorised(topics);
    School holder = School.authorised(topics);
    UUID ended = UUID.randomUUID();
    creator.announceRight(right, holder, granted(), withdrawn(LATER));
    String before = holder.issuesOf(creator, credential, 2, right);
    awaitFinding(before, "issuing-right-in-force");
    School other = School.authorised(topics);
    creator.announceRight(ended, other, granted(), withdrawn(EARLIER));
    String after = other.issuesOf(creator, UUID.randomUUID(), 2, ended);

    JsonNode stands = awaitVerdict(before, "VALID");
    JsonNode falls = awaitVerdict(after, "INVALID");

    assertThat(finding(stands, "issuing-right").path("evidence").path("reason").asText())
        .isEqualTo("The assessors have left");
    assertThat(finding(falls, "issuing-right").path("code").asText())
        .isEqualTo("issuing-right-not-in-force");
  }

  @Test
  @Tag("PRV-5")
  void anothersDefinitionWithoutARightIsInvalid() {
    School creator = School.authorised(topics);
    School other = School.authorised(topics);
    awaitVerdict(creator.issues(UUID.randomUUID(), 3), "VALID");

    JsonNode verdict = awaitVerdict(other.issuesOf(creator, credential, 3, null), "INVALID");

    assertThat(finding(verdict, "issuing-right").path("code").asText())
        .isEqualTo("issuing-right-not-in-force");
  }

  @Test
  @Tag("PRV-5")
  void aRightThatNobodyToldUsOfIsUndecided() {
    School creator = School.authorised(topics);
    School holder = School.authorised(topics);

    JsonNode verdict =
        awaitFinding(holder.issuesOf(creator, credential, 4, right), "issuing-right-unknown");

    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("S4")
  void aRightGrantedByWhoDidNotCreateItIsNone() {
    School creator = School.authorised(topics);
    School thief = School.authorised(topics);
    School holder = School.authorised(topics);
    topics.publish(
        new IssuingRightChangedV1(
            right, creator.definition, thief.id, holder.id, List.of(granted())),
        1);
    String document = holder.issuesOf(creator, credential, 5, right);
    awaitFinding(document, "issuing-right-unknown");
    School honest = School.authorised(topics);
    creator.announceRight(UUID.randomUUID(), honest, granted());
    awaitVerdict(honest.issuesOf(creator, UUID.randomUUID(), 5, null), "VALID");

    assertThat(verdict(document).path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("PRV-5")
  void aRightIsNobodyElses() {
    School creator = School.authorised(topics);
    School holder = School.authorised(topics);
    School thief = School.authorised(topics);
    creator.announceRight(right, holder, granted());
    awaitVerdict(holder.issuesOf(creator, UUID.randomUUID(), 6, right), "VALID");

    JsonNode verdict =
        awaitFinding(thief.issuesOf(creator, credential, 6, right), "issuing-right-unknown");

    assertThat(verdict.path("conclusion").asText()).isNotIn("VALID", "VALID_WITH_WARNINGS");
  }

  @Test
  @Tag("QA-4")
  void aLapsedAccreditationReadsAccreditedWhenAwardedNoLongerNow() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 7);
    awaitFinding(document, "no-accreditation-recorded");
    school.announceAccredited(accreditation(LATER, null));

    JsonNode verdict = awaitFinding(document, "accredited-when-awarded", "VALID_WITH_WARNINGS");

    assertThat(finding(verdict, "accreditation").path("text").path("en").asText())
        .startsWith("Accredited when awarded, no longer now");
    assertThat(finding(verdict, "accreditation").path("evidence").path("scheme").asText())
        .isEqualTo("Yrkeshögskola");
  }

  @Test
  @Tag("QA-4")
  void aWithdrawnAccreditationTakesNothingBack() {
    School school = School.authorised(topics);
    school.announceAccredited(accreditation(null, LATER));

    awaitFinding(school.issues(credential, 8), "accredited-when-awarded", "VALID_WITH_WARNINGS");
  }

  @Test
  @Tag("QA-4")
  void whoIsStillAccreditedPasses() {
    School school = School.authorised(topics);
    school.announceAccredited(accreditation(null, null));

    awaitFinding(school.issues(credential, 9), "accredited", "VALID");
  }

  private static TermsSince granted() {
    return new TermsSince(IssuingRightState.GRANTED, GRANTED, List.of(), GRANTED, null, null);
  }

  private static TermsSince withdrawn(Instant at) {
    return new TermsSince(
        IssuingRightState.WITHDRAWN, at, List.of(), GRANTED, null, "The assessors have left");
  }

  private static Accreditation accreditation(
      @Nullable Instant until, @Nullable Instant withdrawnAt) {
    return new Accreditation(
        UUID.randomUUID(),
        "Yrkeshögskola",
        "Myndigheten för yrkeshögskolan",
        null,
        Instant.parse("2026-01-01T00:00:00Z"),
        until,
        withdrawnAt);
  }
}
