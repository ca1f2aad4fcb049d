package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;

/** What is said of a past moment, by what is known today. */
@Tag("VER-5")
class AsOfTest extends CheckTest {

  private static final Instant TODAY = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant THEN = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant BEFORE_THEN = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant AFTER_THEN = Instant.parse("2026-07-01T12:00:00Z");

  @Test
  void whatStandsTodayStoodThen() {
    assertThat(then(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void theFutureIsNotSpokenOf() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Moment(TODAY.plusNanos(1), TODAY));
  }

  // Validity.

  @Test
  void beforeItsIssueItIsNotValidYet() {
    assertConcludes(
        at(Samples.ISSUED.minusSeconds(1), signed()),
        Conclusion.INVALID,
        FindingCode.NOT_YET_VALID);
  }

  @Test
  void beforeItWasSignedItIsNotValidYetWhateverItClaims() {
    JsonObject backdated =
        with(Samples.unsigned(), "validFrom", JsonTree.string("2026-02-01T00:00:00Z"));

    assertConcludes(
        at(Samples.ISSUED.minusSeconds(1), Samples.signed(backdated)),
        Conclusion.INVALID,
        FindingCode.NOT_YET_VALID);
  }

  @Test
  void whatHasExpiredSinceWasValidThen() {
    byte[] expired =
        Samples.signed(
            with(Samples.unsigned(), "validUntil", JsonTree.string(AFTER_THEN.toString())));

    assertThat(then(expired).conclusion()).isEqualTo(Conclusion.VALID);
    assertConcludes(at(TODAY, expired), Conclusion.INVALID, FindingCode.EXPIRED);
  }

  @Test
  void aTokenThatHasExpiredSinceHeldThen() {
    JsonObject unsigned =
        with(Samples.unsigned(), "validUntil", JsonTree.string(AFTER_THEN.toString()));
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.OPEN_BADGES, unsigned, Samples.KEY, Samples.METHOD, Samples.ISSUED);

    assertThat(then(token.getBytes(StandardCharsets.US_ASCII)).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  // Status, by what was announced.

  @Test
  void whatWasRevokedLaterStoodThenAndTheRevocationIsTold() {
    world.announce(Samples.ID, issued(), revoked(AFTER_THEN));
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));

    Verdict verdict = then(signed());

    assertConcludes(verdict, Conclusion.VALID_WITH_WARNINGS, FindingCode.REVOKED_LATER);
    assertThat(codes(verdict)).contains(FindingCode.STATUS_STANDING);
    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.STATUS,
                FindingCode.REVOKED_LATER,
                Map.of("reason", "error", "since", AFTER_THEN.toString())));
  }

  @Test
  void whatWasRevokedBeforeWasRevokedThen() {
    world.announce(Samples.ID, issued(), revoked(BEFORE_THEN));

    assertConcludes(then(signed()), Conclusion.INVALID, FindingCode.REVOKED);
  }

  @Test
  void whatWasRevokedAtThatVeryMomentWasRevoked() {
    world.announce(Samples.ID, issued(), revoked(THEN));

    assertConcludes(then(signed()), Conclusion.INVALID, FindingCode.REVOKED);
  }

  @Test
  void whatWasSuspendedThenWasSuspendedEvenIfItStandsToday() {
    world.announce(
        Samples.ID,
        issued(),
        new CredentialStatuses.Suspended(Optional.empty(), BEFORE_THEN),
        new CredentialStatuses.Standing(AFTER_THEN));

    assertConcludes(then(signed()), Conclusion.INVALID, FindingCode.SUSPENDED);
  }

  @Test
  void whatIsSuspendedTodayStoodThen() {
    world.announce(
        Samples.ID, issued(), new CredentialStatuses.Suspended(Optional.empty(), AFTER_THEN));

    assertConcludes(then(signed()), Conclusion.VALID_WITH_WARNINGS, FindingCode.SUSPENDED_LATER);
  }

  @Test
  void aRevocationWithoutWhatWasBeforeItLeavesTheListToTell() {
    world.announce(Samples.ID, revoked(AFTER_THEN));
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));

    // The list began before that moment, so its bit was set by then.
    assertConcludes(then(signed()), Conclusion.INVALID, FindingCode.REVOKED);
  }

  // Status, by lists.

  @Test
  void aRevocationThatNobodyDatedLeavesThePastOpen() {
    listFrom(AFTER_THEN, Samples.LIST, StatusPurpose.REVOCATION, Samples.INDEX);

    assertConcludes(then(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_THEN_UNKNOWN);
  }

  @Test
  void whatALaterListDoesNotCallRevokedWasNotRevokedThen() {
    listFrom(AFTER_THEN, Samples.LIST, StatusPurpose.REVOCATION);

    assertThat(then(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void whatALaterListDoesNotSuspendWasNotIfNobodyToldOfASuspension() {
    listFrom(AFTER_THEN, Samples.SUSPENSIONS, StatusPurpose.SUSPENSION);

    assertThat(then(Samples.signed(Samples.suspendable())).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @Test
  void ofSuspensionALaterListAloneTellsNothingAboutThen() {
    world.answer(Samples.ID, new CredentialStatuses.Unavailable());
    listFrom(AFTER_THEN, Samples.SUSPENSIONS, StatusPurpose.SUSPENSION);

    assertConcludes(
        then(Samples.signed(Samples.suspendable())),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_THEN_UNKNOWN);
  }

  @Test
  void whoAnnouncesNothingToUsMayHaveLiftedASuspensionSince() {
    listFrom(AFTER_THEN, Samples.SUSPENSIONS, StatusPurpose.SUSPENSION);
    world.notOurs(Samples.SUSPENSIONS);

    assertConcludes(
        then(Samples.signed(Samples.suspendable())),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_THEN_UNKNOWN);
  }

  @Test
  void ofWhatAProgramComposedNothingButItsListIsHeard() {
    listFrom(AFTER_THEN, Samples.SUSPENSIONS, StatusPurpose.SUSPENSION);
    JsonObject composed =
        JsonTree.object()
            .add("@context", JsonTree.array().add("https://www.w3.org/ns/credentials/v2"))
            .add("id", Samples.ID.urn())
            .add("type", "VerifiableCredential")
            .add("issuer", Samples.SCHOOL.value())
            .add("validFrom", Samples.ISSUED.toString())
            .add("credentialSubject", JsonTree.object().add("id", "did:example:learner"))
            .add("credentialStatus", Samples.suspendable().get("credentialStatus"))
            .build();

    assertConcludes(
        then(Samples.carelesslySigned(composed)),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_THEN_UNKNOWN);
  }

  @Test
  void aListThatHadEndedByThenLeavesItOpen() {
    world.publish(
        Samples.LIST,
        Samples.signed(
            new StatusListCredential(
                    Samples.LIST,
                    Samples.SCHOOL,
                    StatusPurpose.REVOCATION,
                    StatusBits.blank(StatusBits.FEWEST),
                    Samples.ISSUED,
                    BEFORE_THEN)
                .unsigned()));

    assertConcludes(then(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_STALE);
  }

  // Parts.

  @Test
  void anAwardWhosePartWasRevokedLaterStoodThen() {
    world.announce(Samples.PART, issued(), revoked(AFTER_THEN));
    world.announce(Samples.OTHER_PART, issued());
    byte[] award = Samples.signed(Samples.unsignedAward());

    assertThat(then(award).conclusion()).isEqualTo(Conclusion.VALID);
    assertConcludes(at(TODAY, award), Conclusion.INVALID, FindingCode.PART_REVOKED);
  }

  // Issuer and keys.

  @Test
  void whoLostItsAuthorityLaterHadItThen() {
    world.entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(BEFORE, true),
        new Issuers.Entitlement(AFTER_THEN, false));

    assertThat(then(signed()).conclusion()).isEqualTo(Conclusion.VALID);
    assertConcludes(
        at(TODAY, signed()),
        Conclusion.VALID_WITH_WARNINGS,
        FindingCode.ISSUER_NO_LONGER_AUTHORISED);
  }

  @Test
  @Tag("QA-4")
  void anAccreditationThatLapsedLaterWasInForceThen() {
    world.answer(
        Samples.SCHOOL,
        new Issuers.Listed(
            Samples.SCHOOL_NAME,
            List.of(new Issuers.Entitlement(BEFORE, true)),
            List.of(
                new Issuers.Accreditation(
                    "Yh",
                    "MYH",
                    Optional.empty(),
                    BEFORE,
                    Optional.of(AFTER_THEN),
                    Optional.empty()))));

    assertThat(codes(then(signed()))).contains(FindingCode.ACCREDITED);
    assertThat(codes(at(TODAY, signed()))).contains(FindingCode.ACCREDITED_WHEN_AWARDED);
  }

  @Test
  void aKeyThatWasReplacedSinceStillVerifiesWhatItSigned() {
    world.answer(
        Samples.METHOD, new IssuerKeys.Held(Samples.KEY.publicKey(), BEFORE, BEFORE_THEN, null));

    assertThat(then(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  @Tag("S6")
  void aKeyThatIsRevokedTodayIsBelievedOfNoMoment() {
    world.answer(
        Samples.METHOD, new IssuerKeys.Held(Samples.KEY.publicKey(), BEFORE, null, AFTER_THEN));

    assertConcludes(then(signed()), Conclusion.UNDECIDED, FindingCode.KEY_REVOKED_SINCE);
  }

  private Verdict then(byte[] document) {
    return at(THEN, document);
  }

  private Verdict at(Instant asOf, byte[] document) {
    try {
      return world.verification().verify(document, new Moment(asOf, TODAY));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private void listFrom(Instant from, URI url, StatusPurpose purpose, Integer... set) {
    world.publish(
        url,
        Samples.signed(
            new StatusListCredential(
                    url,
                    Samples.SCHOOL,
                    purpose,
                    StatusBits.blank(StatusBits.FEWEST).withSet(List.of(set)),
                    from,
                    Samples.LIST_ENDS)
                .unsigned()),
        TODAY);
  }

  private static CredentialStatuses.State issued() {
    return new CredentialStatuses.Standing(Samples.ISSUED);
  }

  private static CredentialStatuses.State revoked(Instant since) {
    return new CredentialStatuses.Revoked(Optional.of("error"), since);
  }
}
