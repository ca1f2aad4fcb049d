package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.testing.Samples;

@Tag("QA-2")
class AssuranceCheckTest extends CheckTest {

  private static final String BODY = "Myndigheten för yrkeshögskolan";
  private static final Instant LATER = Samples.AWARDED.plusSeconds(1);

  @Test
  void anAuditThatNobodyRecordedIsFlagged() {
    assertConcludes(
        verify(claiming("audited")),
        Conclusion.VALID_WITH_WARNINGS,
        FindingCode.AUDIT_NOT_RECORDED);
  }

  @Test
  void anAuditThatWasRecordedAtTheAwardHolds() {
    recorded(BODY, BEFORE, LATER);

    assertThat(codes(verify(claiming("audited")))).contains(FindingCode.ASSURANCE_RECORDED);
  }

  @Test
  void aRecordThatBeganAfterTheAwardDoesNotReachBack() {
    recorded(BODY, LATER, Instant.MAX);

    assertThat(codes(verify(claiming("audited")))).contains(FindingCode.AUDIT_NOT_RECORDED);
  }

  @Test
  void aRecordThatHadEndedBeforeTheAwardDoesNotReachForward() {
    recorded(BODY, BEFORE, Samples.AWARDED);

    assertThat(codes(verify(claiming("audited")))).contains(FindingCode.AUDIT_NOT_RECORDED);
  }

  @Test
  void anotherBodysDecisionIsNotTheClaimedOnes() {
    recorded("Någon annan", BEFORE, Instant.MAX);

    assertThat(codes(verify(claiming("audited")))).contains(FindingCode.AUDIT_NOT_RECORDED);
  }

  @Test
  void whoIsInNoRegisterHasNothingRecorded() {
    world.answer(Samples.SCHOOL, new Issuers.Unlisted());

    assertThat(codes(verify(claiming("audited")))).contains(FindingCode.AUDIT_NOT_RECORDED);
  }

  @Test
  @Tag("R6")
  void aRegisterThatCannotBeReadLeavesItOpen() {
    world.answer(Samples.SCHOOL, new Issuers.Unavailable());

    assertThat(codes(verify(claiming("audited"))))
        .contains(FindingCode.ASSURANCE_REGISTER_UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "third-party,ASSURANCE_NOT_RECORDED",
    "self-asserted,ASSURANCE_SELF_ASSERTED",
    "none,ASSURANCE_NONE"
  })
  void whatClaimsLessIsToldAsWhatItIs(String type, FindingCode code) {
    assertThat(codes(verify(claiming(type)))).contains(code);
  }

  @Test
  void whatSaysNothingThatWeReadGetsNoFinding() {
    assertThat(verify(claiming("blessed")).findings())
        .noneMatch(finding -> finding.check() == CheckName.QUALITY_ASSURANCE);
  }

  private void recorded(String body, Instant from, Instant until) {
    world.answer(
        Samples.SCHOOL,
        new Issuers.Listed(
            Samples.SCHOOL_NAME,
            List.of(new Issuers.Entitlement(BEFORE, true)),
            List.of(
                new Issuers.Accreditation(
                    "Yh", body, Optional.empty(), from, Optional.of(until), Optional.empty()))));
  }

  private static byte[] claiming(String type) {
    JsonObject document = Samples.unsigned();
    JsonObject subject = document.getJsonObject("credentialSubject");
    JsonObject assurance =
        JsonTree.object().add("assuranceType", type).add("assuranceBody", BODY).build();
    return Samples.signed(
        with(
            document,
            "credentialSubject",
            with(
                subject,
                "achievement",
                with(subject.getJsonObject("achievement"), "qualityAssurance", assurance))));
  }
}
