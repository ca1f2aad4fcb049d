package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.Issuers.Accreditation;
import org.mikromerit.credential.check.Issuers.Entitlement;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

@Tag("QA-4")
class AccreditationCheckTest {
  private static final Instant BEFORE = Samples.AWARDED.minusSeconds(86_400);
  private static final Instant BETWEEN = Samples.AWARDED.plusSeconds(60);

  private final World world = new World();

  @Test
  void whoIsAccreditedThenAndNowPasses() {
    assertFinding(
        FindingCode.ACCREDITED, Conclusion.VALID, accreditation("MYH", BEFORE, null, null));
  }

  @Test
  void accreditationThatLapsedSinceIsToldAndTakesNothingBack() {
    assertFinding(
        FindingCode.ACCREDITED_WHEN_AWARDED,
        Conclusion.VALID_WITH_WARNINGS,
        accreditation("MYH", BEFORE, BETWEEN, null));
  }

  @Test
  void accreditationThatWasWithdrawnSinceIsToldAndTakesNothingBack() {
    assertFinding(
        FindingCode.ACCREDITED_WHEN_AWARDED,
        Conclusion.VALID_WITH_WARNINGS,
        accreditation("MYH", BEFORE, Instant.MAX, BETWEEN));
  }

  @Test
  void accreditationThatWasRenewedCountsAsOne() {
    assertFinding(
        FindingCode.ACCREDITED,
        Conclusion.VALID,
        accreditation("MYH", BEFORE, BETWEEN, null),
        accreditation("MYH", BETWEEN, null, null));
  }

  @Test
  void accreditationByAnotherSchemeDoesNotRenewTheLapsedOne() {
    assertFinding(
        FindingCode.ACCREDITED_WHEN_AWARDED,
        Conclusion.VALID_WITH_WARNINGS,
        accreditation("MYH", BEFORE, BETWEEN, null),
        accreditation("Branschen", BETWEEN, null, null));
  }

  @Test
  void noneRecordedIsNoFault() {
    assertFinding(FindingCode.NO_ACCREDITATION_RECORDED, Conclusion.VALID);
  }

  @Test
  void accreditationThatBeganAfterTheAwardDoesNotReachBack() {
    assertFinding(
        FindingCode.NO_ACCREDITATION_RECORDED,
        Conclusion.VALID,
        accreditation("MYH", BETWEEN, null, null));
  }

  @Test
  void accreditationThatHadLapsedBeforeTheAwardDoesNotReachForward() {
    assertFinding(
        FindingCode.NO_ACCREDITATION_RECORDED,
        Conclusion.VALID,
        accreditation("MYH", BEFORE, Samples.AWARDED, null));
  }

  @Test
  void whoWasSuspendedSinceLeavesWhatItIssuedStandingAndTheReasonIsTold() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Entitlement(BEFORE, true),
        new Entitlement(
            Samples.ISSUED.plusSeconds(1), false, Optional.of("Assessment under review")));

    Verdict verdict = verdict();

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
    assertThat(verdict.findings())
        .filteredOn(found -> found.code() == FindingCode.ISSUER_NO_LONGER_AUTHORISED)
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.evidence())
                    .containsEntry("reason", "Assessment under review")
                    .containsEntry("since", Samples.ISSUED.plusSeconds(1).toString()));
  }

  private void assertFinding(
      FindingCode code, Conclusion conclusion, Accreditation... accreditations) {
    world.answer(
        Samples.SCHOOL,
        new Issuers.Listed(
            Samples.SCHOOL_NAME, List.of(new Entitlement(BEFORE, true)), List.of(accreditations)));

    Verdict verdict = verdict();

    assertThat(verdict.findings())
        .filteredOn(found -> found.check() == CheckName.ACCREDITATION)
        .extracting(Finding::code)
        .containsExactly(code);
    assertThat(verdict.conclusion()).isEqualTo(conclusion);
  }

  private Verdict verdict() {
    try {
      return world.verification().verify(Samples.signed(Samples.unsigned()), Samples.NOW);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private static Accreditation accreditation(
      String scheme, Instant from, @Nullable Instant until, @Nullable Instant withdrawnAt) {
    return new Accreditation(
        scheme,
        "Myndigheten för yrkeshögskolan",
        Optional.empty(),
        from,
        Optional.ofNullable(until),
        Optional.ofNullable(withdrawnAt));
  }
}
