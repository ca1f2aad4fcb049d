package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class IssuerCheckTest extends CheckTest {

  @Test
  void anIssuerThatIsNotListedIsAWarning() {
    world.answer(Samples.SCHOOL, new Issuers.Unlisted());

    assertConcludes(verify(signed()), Conclusion.VALID_WITH_WARNINGS, FindingCode.ISSUER_UNKNOWN);
  }

  @Test
  @Tag("R6")
  void aRegisterThatCannotBeReadLeavesItOpen() {
    world.answer(Samples.SCHOOL, new Issuers.Unavailable());

    assertConcludes(
        verify(signed()), Conclusion.UNDECIDED, FindingCode.ISSUER_REGISTER_UNAVAILABLE);
  }

  @Test
  @Tag("QA-2")
  void anIssuerThatWasNotYetAuthorisedFails() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, false),
        new Issuers.Entitlement(AFTER, true));

    assertConcludes(
        verify(signed()), Conclusion.INVALID, FindingCode.ISSUER_NOT_AUTHORISED_AT_ISSUE);
  }

  @Test
  @Tag("QA-4")
  void anIssuerThatLostItsAuthorityLaterIsAWarning() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, true),
        new Issuers.Entitlement(AFTER, false));

    assertConcludes(
        verify(signed()), Conclusion.VALID_WITH_WARNINGS, FindingCode.ISSUER_NO_LONGER_AUTHORISED);
  }

  @Test
  void anIssuerThatWasAuthorisedWithinTheSameSecondWasAuthorised() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(Samples.ISSUED.plusMillis(400), true));

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void anIssuerThatLostItsAuthorityWithinTheSecondOfIssueHadItThen() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, true),
        new Issuers.Entitlement(Samples.ISSUED.plusMillis(400), false));

    assertConcludes(
        verify(signed()), Conclusion.VALID_WITH_WARNINGS, FindingCode.ISSUER_NO_LONGER_AUTHORISED);
  }

  @Test
  void anIssuerThatLostItsAuthorityAtTheVerySecondOfIssueHadItNoMore() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, true),
        new Issuers.Entitlement(Samples.ISSUED, false));

    assertConcludes(
        verify(signed()), Conclusion.INVALID, FindingCode.ISSUER_NOT_AUTHORISED_AT_ISSUE);
  }

  @Test
  void anotherNameThanTheRegistersIsAWarning() {
    world.entitle(Samples.SCHOOL, "Vardskolan i Amal", new Issuers.Entitlement(BEFORE, true));

    Verdict verdict = verify(signed());

    assertConcludes(verdict, Conclusion.VALID_WITH_WARNINGS, FindingCode.ISSUER_NAME_DIFFERS);
    assertThat(verdict.findings())
        .filteredOn(finding -> finding.code() == FindingCode.ISSUER_NAME_DIFFERS)
        .first()
        .extracting(Finding::evidence)
        .isEqualTo(Map.of("registered", "Vardskolan i Amal", "stated", Samples.SCHOOL_NAME));
  }

  @Test
  void theSameNameInAnotherUnicodeFormIsTheSameName() {
    world.entitle(
        Samples.SCHOOL,
        Normalizer.normalize(Samples.SCHOOL_NAME, Normalizer.Form.NFD),
        new Issuers.Entitlement(BEFORE, true));

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  @Tag("S6")
  void aKeyThatWasRevokedBeforeTheIssueFails() {
    key(BEFORE, null, Samples.ISSUED.minusSeconds(1));

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.KEY_REVOKED_BEFORE_ISSUE);
  }

  @Test
  @Tag("S6")
  void aKeyThatWasRevokedAfterTheStatedIssueLeavesItOpen() {
    key(BEFORE, null, AFTER);

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.KEY_REVOKED_SINCE);
  }

  @Test
  @Tag("S6")
  @Tag("S7")
  @Tag("VER-5")
  void whatStoodInTheLedgerBeforeTheCompromiseStillVerifiesAndSaysSo() {
    key(BEFORE, null, AFTER);
    world.answer(new CompromisedKeys.RegisteredBefore());

    assertConcludes(
        verify(signed()),
        Conclusion.VALID_WITH_WARNINGS,
        FindingCode.KEY_REVOKED_AFTER_REGISTRATION);
  }

  @Test
  @Tag("S6")
  @Tag("VER-5")
  void whatDidNotStandInTheLedgerBeforeTheCompromiseFailsWhateverItSaysOfItsTime() {
    key(BEFORE, null, AFTER);
    world.answer(new CompromisedKeys.NotRegistered());

    assertConcludes(
        verify(signed()), Conclusion.INVALID, FindingCode.KEY_REVOKED_BEFORE_REGISTRATION);
  }

  @Test
  @Tag("S6")
  void aDocumentInOtherBytesThanTheLedgersIsLeftOpen() {
    key(BEFORE, null, AFTER);
    world.answer(new CompromisedKeys.RegisteredOtherwise());

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.KEY_REVOKED_COPY_DIFFERS);
  }

  @Test
  @Tag("S6")
  void whereTheLedgersWordCannotBeReadItIsLeftOpen() {
    key(BEFORE, null, AFTER);
    world.answer(new CompromisedKeys.Unavailable());

    assertConcludes(
        verify(signed()), Conclusion.UNDECIDED, FindingCode.ISSUER_REGISTER_UNAVAILABLE);
  }

  @Test
  @Tag("S6")
  void theLedgersWordDoesNotHelpWhatSaysItWasIssuedAfterwards() {
    key(BEFORE, null, Samples.ISSUED.minusSeconds(1));
    world.answer(new CompromisedKeys.RegisteredBefore());

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.KEY_REVOKED_BEFORE_ISSUE);
  }

  @Test
  @Tag("S7")
  void aKeyThatWasReplacedLaterStillVerifies() {
    key(BEFORE, AFTER, null);

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void aKeyThatWasNotInUseAtTheIssueFails() {
    key(AFTER, null, null);
    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.KEY_NOT_VALID_AT_ISSUE);

    key(BEFORE, Samples.ISSUED, null);
    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.KEY_NOT_VALID_AT_ISSUE);
  }

  @Test
  void whatIsToBeginLaterMayOutliveTheKeyThatSignedIt() {
    byte[] document = from(Samples.ISSUED.plusSeconds(3600));
    Instant begun = Samples.ISSUED.plusSeconds(7200);

    key(BEFORE, Samples.ISSUED.plusSeconds(60), null);
    assertThat(verify(document, begun).conclusion()).isEqualTo(Conclusion.VALID);

    key(BEFORE, null, Samples.ISSUED.plusSeconds(60));
    assertConcludes(verify(document, begun), Conclusion.UNDECIDED, FindingCode.KEY_REVOKED_SINCE);
  }

  @Test
  @Tag("QA-2")
  void whoIsNoLongerAuthorisedDoesNotIssueForAnEarlierDay() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, true),
        new Issuers.Entitlement(Samples.ISSUED.minusSeconds(60), false));

    assertConcludes(
        verify(from(Samples.ISSUED.minusSeconds(3600))),
        Conclusion.INVALID,
        FindingCode.ISSUER_NOT_AUTHORISED_AT_ISSUE);
  }

  @Test
  @Tag("QA-2")
  void whoWasNotAuthorisedThenDoesNotIssueForThatDay() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(Samples.ISSUED.minusSeconds(60), true));

    assertConcludes(
        verify(from(Samples.ISSUED.minusSeconds(3600))),
        Conclusion.INVALID,
        FindingCode.ISSUER_NOT_AUTHORISED_AT_ISSUE);
  }

  @Test
  @Tag("QA-4")
  void whatIsLostBetweenTheSignatureAndTheBeginningTakesNothingBack() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, true),
        new Issuers.Entitlement(Samples.ISSUED.plusSeconds(60), false));

    assertConcludes(
        verify(from(Samples.ISSUED.plusSeconds(3600)), Samples.ISSUED.plusSeconds(7200)),
        Conclusion.VALID_WITH_WARNINGS,
        FindingCode.ISSUER_NO_LONGER_AUTHORISED);
  }

  @Test
  @Tag("QA-2")
  void aProofThatNobodyVerifiedSetsNoTimeOfIssue() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(Samples.ISSUED.plusSeconds(2), true));
    var undated = JsonTree.object(Samples.unsigned());
    undated.remove("validFrom");
    JsonObject signed = json(Samples.signed(undated.build()));
    JsonObject unknown =
        JsonTree.object().add("type", "X").add("created", "2026-03-02T09:30:18Z").build();

    Verdict verdict =
        verify(
            with(
                signed,
                "proof",
                JsonTree.array()
                    .add(signed.getJsonArray("proof").getFirst())
                    .add(unknown)
                    .build()));

    assertConcludes(verdict, Conclusion.INVALID, FindingCode.ISSUER_NOT_AUTHORISED_AT_ISSUE);
    assertThat(verdict.facts().orElseThrow().issuedAt()).isEqualTo(Samples.ISSUED);
  }

  @Test
  @Tag("S4")
  void whatAnotherRegistryToldBeforeTheIssueVouchesForNothing() {
    told(Samples.ISSUED.minusSeconds(1), AFTER.plusSeconds(3600));

    assertConcludes(
        verify(signed()), Conclusion.UNDECIDED, FindingCode.ISSUER_TOLD_OF_BEFORE_ISSUE);
  }

  @Test
  @Tag("S4")
  void whatAnotherRegistryToldBeforeTheSignatureVouchesForNothingWhateverTheIssueIsDated() {
    told(Samples.ISSUED.plusSeconds(1), AFTER.plusSeconds(3600));

    assertConcludes(
        verify(Samples.signed(Samples.unsigned(), Samples.ISSUED.plusSeconds(2))),
        Conclusion.UNDECIDED,
        FindingCode.ISSUER_TOLD_OF_BEFORE_ISSUE);
  }

  @Test
  @Tag("S4")
  void whatAnotherRegistryToldTooLongAgoVouchesForNothing() {
    told(Samples.ISSUED, Samples.NOW.minusSeconds(1));

    assertConcludes(
        verify(signed()), Conclusion.UNDECIDED, FindingCode.ISSUER_TOLD_OF_TOO_LONG_AGO);
  }

  @Test
  @Tag("LRN-2")
  void whatAnotherRegistryToldAfterTheIssueCountsForAWhile() {
    told(Samples.ISSUED, Samples.NOW);

    assertConcludes(verify(signed()), Conclusion.VALID, FindingCode.ISSUER_AUTHORISED);
  }

  private void told(Instant asOf, Instant until) {
    world.answer(
        Samples.SCHOOL,
        new Issuers.Listed(
                Samples.SCHOOL_NAME, List.of(new Issuers.Entitlement(BEFORE, true)), List.of())
            .as(new Told(asOf, until)));
  }

  private static byte[] from(Instant validFrom) {
    return Samples.signed(
        with(Samples.unsigned(), "validFrom", JsonTree.string(validFrom.toString())));
  }

  private Verdict verify(byte[] document, Instant now) {
    return world.verification().verify(json(document), now);
  }

  private void key(Instant from, @Nullable Instant until, @Nullable Instant revoked) {
    world.answer(
        Samples.METHOD, new IssuerKeys.Held(Samples.KEY.publicKey(), from, until, revoked));
  }
}
