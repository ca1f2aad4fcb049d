package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.check.IssuingRights.OfAnother;
import org.mikromerit.credential.check.IssuingRights.Right;
import org.mikromerit.credential.check.IssuingRights.Terms;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** The school awards what another created. */
@Tag("PRV-5")
class IssuingRightCheckTest {
  private static final UUID DEFINITION = Samples.hygiene().id();
  private static final Instant GRANTED = Samples.ISSUED.minusSeconds(3600);

  private final World world = new World();

  @Test
  void whatItsCreatorIssuesNeedsNoRight() {
    assertThat(finding(Samples.unsigned()).code()).isEqualTo(FindingCode.ISSUED_BY_CREATOR);
  }

  @Test
  void aRightInForceAtIssuePassesAndIsShown() {
    world.answer(DEFINITION, granted(right(null, null)));

    Verdict verdict = verify(Samples.unsignedUnderRight());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(finding(verdict).code()).isEqualTo(FindingCode.ISSUING_RIGHT_IN_FORCE);
    assertThat(finding(verdict).evidence())
        .containsEntry("right", Samples.RIGHT.toString())
        .containsEntry("creator", Samples.CREATOR.value())
        .containsEntry("from", GRANTED.toString());
  }

  @Test
  void aRightWithdrawnLaterLeavesWhatWasIssuedValid() {
    world.answer(DEFINITION, granted(right(null, Samples.ISSUED.plusSeconds(1))));

    Verdict verdict = verify(Samples.unsignedUnderRight());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(finding(verdict).evidence())
        .containsEntry("withdrawnAt", Samples.ISSUED.plusSeconds(1).toString())
        .containsEntry("reason", "Two assessors left");
  }

  @Test
  void aRightWithdrawnBeforeIssueIsNone() {
    world.answer(DEFINITION, granted(right(null, Samples.ISSUED)));

    assertInvalid(Samples.unsignedUnderRight(), FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  void aRightWithdrawnBeforeTheSignatureIsNoneForAnEarlierDay() {
    world.answer(DEFINITION, granted(right(null, Samples.ISSUED)));

    assertInvalid(
        JsonTree.object(Samples.unsignedUnderRight())
            .add("validFrom", Samples.ISSUED.minusSeconds(60).toString())
            .build(),
        FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  @Tag("S4")
  void aRightThatWasToldOfBeforeTheIssueMayHaveBeenWithdrawnSince() {
    var told = new Told(Samples.ISSUED.minusSeconds(1), Samples.NOW);
    world.answer(
        DEFINITION, new OfAnother(Samples.CREATOR, List.of(right(null, null)), Optional.of(told)));

    Verdict verdict = verify(Samples.unsignedUnderRight());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(finding(verdict).code()).isEqualTo(FindingCode.ISSUING_RIGHT_UNKNOWN);
  }

  @Test
  void aRightThatHadExpiredIsNone() {
    world.answer(DEFINITION, granted(right(Samples.ISSUED, null)));

    assertInvalid(Samples.unsignedUnderRight(), FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  void aRightThatBeganLaterIsNone() {
    world.answer(DEFINITION, granted(right(Samples.ISSUED.plusSeconds(1), Set.of(), null, null)));

    assertInvalid(Samples.unsignedUnderRight(), FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  void aRightThatBeganWithinTheSecondOfIssueHadBegun() {
    world.answer(DEFINITION, granted(right(Samples.ISSUED.plusMillis(900), Set.of(), null, null)));

    assertThat(finding(Samples.unsignedUnderRight()).code())
        .isEqualTo(FindingCode.ISSUING_RIGHT_IN_FORCE);
  }

  @Test
  void aRightToOtherVersionsIsNone() {
    world.answer(DEFINITION, granted(right(GRANTED, Set.of(1, 2), null, null)));

    assertInvalid(Samples.unsignedUnderRight(), FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  void aRightToThisVersionIsEnough() {
    world.answer(DEFINITION, granted(right(GRANTED, Set.of(2, 3), null, null)));

    assertThat(finding(Samples.unsignedUnderRight()).code())
        .isEqualTo(FindingCode.ISSUING_RIGHT_IN_FORCE);
  }

  @Test
  void aRightThatWasNarrowedLaterCoversWhatWasIssuedBefore() {
    Instant narrowed = Samples.ISSUED.plusMillis(800);
    world.answer(
        DEFINITION,
        granted(
            new Right(
                Samples.RIGHT,
                List.of(
                    terms(GRANTED, Set.of(), GRANTED, null),
                    terms(narrowed, Set.of(1), GRANTED, narrowed)))));

    assertThat(finding(Samples.unsignedUnderRight()).code())
        .isEqualTo(FindingCode.ISSUING_RIGHT_IN_FORCE);
  }

  @Test
  void aRightThatWasWidenedLaterDoesNotReachBack() {
    Instant widened = Samples.ISSUED.plusSeconds(60);
    world.answer(
        DEFINITION,
        granted(
            new Right(
                Samples.RIGHT,
                List.of(
                    terms(GRANTED, Set.of(1), GRANTED, null),
                    terms(widened, Set.of(), GRANTED, null)))));

    assertInvalid(Samples.unsignedUnderRight(), FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  void anothersDefinitionWithoutAnyRightIsInvalidThoughTheDocumentKeepsSilent() {
    world.answer(DEFINITION, granted());

    assertInvalid(Samples.unsigned(), FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @Test
  void aRightThatTheDocumentDoesNotNameCountsToo() {
    world.answer(DEFINITION, granted(right(null, null)));

    assertThat(finding(Samples.unsigned()).code()).isEqualTo(FindingCode.ISSUING_RIGHT_IN_FORCE);
  }

  @Test
  void aNamedRightThatNobodyToldUsOfIsUndecided() {
    world.answer(DEFINITION, granted());

    Verdict verdict = verify(Samples.unsignedUnderRight());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(finding(verdict).code()).isEqualTo(FindingCode.ISSUING_RIGHT_UNKNOWN);
  }

  @Test
  void anotherRightDoesNotStandInForTheNamedOne() {
    var other = new Right(UUID.randomUUID(), right(null, null).history());
    world.answer(DEFINITION, granted(other));

    assertThat(verify(Samples.unsignedUnderRight()).conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void whoNamesAnotherCreatorThanTheRegisterMisleads() {
    var stranger = DidWeb.of(Samples.PUBLIC_BASE, "organisations", "stranger");
    world.answer(DEFINITION, new OfAnother(stranger, List.of(right(null, null))));

    assertInvalid(Samples.unsignedUnderRight(), FindingCode.CREATOR_DIFFERS);
  }

  @Test
  void whoseOwnDefinitionItIsMayNotCreditItToAnother() {
    assertInvalid(Samples.unsignedUnderRight(), FindingCode.CREATOR_DIFFERS);
  }

  @Test
  void aDefinitionThatNobodyToldUsOfIsUndecided() {
    world.forget(DEFINITION);

    Verdict verdict = verify(Samples.unsigned());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(finding(verdict).code()).isEqualTo(FindingCode.DEFINITION_UNKNOWN);
  }

  @Test
  void aRightToADefinitionThatNobodyToldUsOfIsUndecided() {
    world.forget(DEFINITION);

    assertThat(finding(Samples.unsignedUnderRight()).code())
        .isEqualTo(FindingCode.ISSUING_RIGHT_UNKNOWN);
  }

  @Test
  void aCopyThatCannotBeReadIsUndecided() {
    world.answer(DEFINITION, new IssuingRights.Unavailable());

    Verdict verdict = verify(Samples.unsignedUnderRight());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(finding(verdict).code()).isEqualTo(FindingCode.ISSUING_RIGHTS_UNAVAILABLE);
  }

  @Test
  void aStrangersOwnAchievementRaisesNoQuestion() {
    world.forget(DEFINITION);

    assertThat(findings(verify(strangers()))).isEmpty();
  }

  @Test
  void aStrangerHasNoRightToWhatSomebodyElseCreated() {
    assertThat(findings(verify(strangers())))
        .extracting(Finding::code)
        .containsExactly(FindingCode.ISSUING_RIGHT_NOT_IN_FORCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/right/1", "urn:uuid:1-2-3-4-5", ""})
  void aRightNamedInAnotherFormIsNeverAYes(String named) {
    world.answer(DEFINITION, granted(right(null, null)));
    JsonObject document =
        JsonTree.object(Samples.unsignedUnderRight()).add("issuingRight", named).build();

    assertThat(verify(document).conclusion()).isNotIn(Conclusion.VALID);
  }

  private static byte[] strangers() {
    var stranger = SoftwareKey.ed25519(new byte[32]);
    var document =
        JsonTree.object(Samples.unsigned())
            .add("issuer", DidKey.of(stranger.publicKey()).value())
            .build();
    return Samples.signed(document, stranger, DidKey.verificationMethod(stranger.publicKey()));
  }

  private static OfAnother granted(Right... rights) {
    return new OfAnother(Samples.CREATOR, List.of(rights));
  }

  private static Right right(@Nullable Instant until, @Nullable Instant withdrawnAt) {
    return right(GRANTED, Set.of(), until, withdrawnAt);
  }

  private static Right right(
      Instant from, Set<Integer> versions, @Nullable Instant until, @Nullable Instant withdrawnAt) {
    var history = new ArrayList<Terms>();
    history.add(terms(GRANTED, versions, from, until));
    if (withdrawnAt != null) {
      history.add(
          new Terms(
              withdrawnAt,
              false,
              versions,
              from,
              Optional.ofNullable(until),
              Optional.of("Two assessors left")));
    }
    return new Right(Samples.RIGHT, history);
  }

  private static Terms terms(
      Instant decided, Set<Integer> versions, Instant from, @Nullable Instant until) {
    return new Terms(decided, true, versions, from, Optional.ofNullable(until), Optional.empty());
  }

  private void assertInvalid(JsonObject document, FindingCode code) {
    Verdict verdict = verify(document);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(finding(verdict).code()).isEqualTo(code);
  }

  private Finding finding(JsonObject document) {
    return finding(verify(document));
  }

  private static Finding finding(Verdict verdict) {
    return findings(verdict).getFirst();
  }

  private static List<Finding> findings(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.check() == CheckName.ISSUING_RIGHT)
        .toList();
  }

  private Verdict verify(JsonObject document) {
    return verify(Samples.signed(document));
  }

  private Verdict verify(byte[] document) {
    try {
      return world.verification().verify(document, Samples.NOW);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }
}
