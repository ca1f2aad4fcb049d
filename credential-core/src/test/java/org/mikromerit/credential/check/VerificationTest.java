package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

@Tag("VER-2")
class VerificationTest {

  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-03-02T09:30:18Z");

  private final World world = new World();
  private final SigningKey stranger = Samples.key("stranger");
  private final Did strangersDid = DidWeb.of(Samples.PUBLIC_BASE, "organisations", "stranger");

  // What stands.

  @Test
  void aSoundCredentialIsValidAndSaysWhatItSays() {
    Verdict verdict = verify(signed());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.findings())
        .extracting(Finding::check, Finding::code)
        .containsExactly(
            Tuple.tuple(CheckName.FORMAT, FindingCode.FORMAT_RECOGNISED),
            Tuple.tuple(CheckName.PROOF, FindingCode.PROOF_HOLDS),
            Tuple.tuple(CheckName.ISSUER, FindingCode.ISSUER_AUTHORISED),
            Tuple.tuple(CheckName.ISSUING_RIGHT, FindingCode.ISSUED_BY_CREATOR),
            Tuple.tuple(CheckName.ACCREDITATION, FindingCode.NO_ACCREDITATION_RECORDED),
            Tuple.tuple(CheckName.STATUS, FindingCode.STATUS_STANDING),
            Tuple.tuple(CheckName.TIME, FindingCode.WITHIN_VALIDITY));
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @Test
  @Tag("R6")
  void aStatusSaysOfWhenItIs() {
    Verdict verdict = verify(signed());

    assertThat(verdict.findings())
        .filteredOn(finding -> finding.check() == CheckName.STATUS)
        .singleElement()
        .satisfies(
            status ->
                assertThat(status.evidence())
                    .containsEntry("listIssuedAt", Samples.ISSUED.toString()));
  }

  @Test
  void aCredentialOfADidKeyThatNobodyListsIsValidWithAWarning() {
    JsonObject unsigned = issuedBy(DidKey.of(stranger.publicKey()));
    var bare = JsonTree.object(unsigned);
    bare.remove("credentialStatus");
    world.forget(Samples.hygiene().id());

    Verdict verdict =
        verify(
            Samples.signed(
                bare.build(), stranger, DidKey.verificationMethod(stranger.publicKey())));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
    assertThat(codes(verdict)).contains(FindingCode.ISSUER_UNKNOWN, FindingCode.STATUS_NOT_OFFERED);
  }

  // Format.

  @Test
  void whatIsNoCredentialFailsTheFormat() throws Exception {
    Verdict verdict = verify("{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings().getFirst().check()).isEqualTo(CheckName.FORMAT);
    assertThat(verdict.findings().getFirst().outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aStatusListIsNobodysCredential() {
    Verdict verdict = verify(Samples.statusList(1));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(codes(verdict)).contains(FindingCode.NOT_A_CREDENTIAL);
  }

  @Test
  void whatIsNotCheckedSaysSoAndWhy() {
    Verdict verdict = verify("{\"hello\":\"world\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(verdict.findings().subList(1, verdict.findings().size()))
        .extracting(Finding::check)
        .containsExactly(
            CheckName.PROOF,
            CheckName.ISSUER,
            CheckName.ISSUING_RIGHT,
            CheckName.ACCREDITATION,
            CheckName.STATUS,
            CheckName.TIME,
            CheckName.PARTS);
    assertThat(verdict.findings().get(1))
        .isEqualTo(
            new Finding(
                CheckName.PROOF, FindingCode.NOT_CHECKED, Map.of("because", "context-unsound")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "type", "issuer", "validFrom", "credentialSubject"})
  void aDocumentWithoutWhatEveryCredentialHasIsNone(String member) throws Exception {
    var document = JsonTree.object(json(signed()));
    document.remove(member);

    Verdict verdict = verify(document.build());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings().getFirst().outcome()).isEqualTo(Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuer|\"https://example.org\"",
        "validFrom|\"2026-03-02\"",
        "validUntil|\"10000-01-01T00:00:00Z\"",
        "validFrom|[\"2026-03-02T09:30:15Z\",\"2026-03-02T09:30:15Z\"]",
        "credentialSubject|[{\"id\":\"urn:x:1\"},{\"id\":\"urn:x:2\"}]",
        "credentialStatus|\"http://localhost:8082/status-lists/1#94567\"",
        "evidence|\"urn:x:1\""
      })
  void aMemberInAnotherFormThanIsReadIsNotReadAsNone(String member, String value) throws Exception {
    JsonObject document =
        with(
            Samples.unsigned(),
            member,
            json(("{\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8)).get("v"));

    Verdict verdict = verify(document);

    assertThat(verdict.findings().getFirst())
        .isEqualTo(
            new Finding(CheckName.FORMAT, FindingCode.NOT_A_CREDENTIAL, Map.of("member", member)));
  }

  @Test
  void anUnknownTermIsRefused() throws Exception {
    Verdict verdict = verify(with(json(signed()), "honours", JsonTree.string("summa cum laude")));

    assertThat(verdict.findings().getFirst().code()).isEqualTo(FindingCode.MEMBER_NOT_COVERED);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @Test
  void aStatusCannotBeHiddenUnderItsFullName() throws Exception {
    JsonObject signed = json(signed());
    var hidden = JsonTree.object(signed);
    hidden.remove("credentialStatus");
    hidden.add(
        "https://www.w3.org/2018/credentials#credentialStatus", signed.get("credentialStatus"));

    assertThat(verify(hidden.build()).findings().getFirst().code())
        .isEqualTo(FindingCode.MEMBER_NOT_COVERED);
  }

  @Test
  @Tag("S1")
  void anUnknownContextIsNotFetchedAndLeavesEverythingOpen() throws Exception {
    JsonArray contexts =
        JsonTree.array()
            .add("https://www.w3.org/ns/credentials/v2")
            .add("http://169.254.169.254/context")
            .build();

    Verdict verdict = verify(with(json(signed()), "@context", contexts));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(verdict.findings().getFirst())
        .isEqualTo(
            new Finding(
                CheckName.FORMAT,
                FindingCode.CONTEXT_UNKNOWN,
                Map.of("place", "http://169.254.169.254/context")));
  }

  @Test
  void aDocumentOfOneDataModelIsNoneOfAnother() throws Exception {
    JsonArray older = JsonTree.array().add(PinnedContexts.CREDENTIALS_V1).build();
    JsonArray both =
        JsonTree.array()
            .add(PinnedContexts.CREDENTIALS_V2)
            .add(PinnedContexts.CREDENTIALS_V1)
            .build();

    assertThat(verify(with(json(signed()), "@context", older)).conclusion())
        .isEqualTo(Conclusion.INVALID);
    assertThat(codes(verify(with(json(signed()), "@context", both))))
        .contains(FindingCode.CONTEXT_UNSOUND);
  }

  // Proof.

  @Test
  void aTamperedCredentialShowsNothing() throws Exception {
    Verdict verdict =
        verify(
            new String(signed(), StandardCharsets.UTF_8)
                .replace("Åsa", "Åse")
                .getBytes(StandardCharsets.UTF_8));

    assertFails(verdict, FindingCode.PROOF_BROKEN);
    assertThat(verdict.facts()).isEmpty();
  }

  @Test
  void aRemovedProofFails() throws Exception {
    var document = JsonTree.object(json(signed()));
    document.remove("proof");

    assertFails(verify(document.build()), FindingCode.PROOF_MISSING);
  }

  @Test
  void aProofCopiedFromAnotherCredentialFails() throws Exception {
    JsonValue copied = json(Samples.signed(Samples.unsignedAward())).get("proof");

    assertFails(verify(with(json(signed()), "proof", copied)), FindingCode.PROOF_BROKEN);
  }

  @Test
  void oneProofAsAnObjectIsAsGoodAsAnArray() throws Exception {
    JsonObject signed = json(signed());

    assertThat(verify(with(signed, "proof", signed.getJsonArray("proof").getFirst())).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proofPurpose|authentication|PROOF_PURPOSE_WRONG",
        "proofPurpose|capabilityInvocation|PROOF_PURPOSE_WRONG",
        "cryptosuite|ecdsa-sd-2023|PROOF_SUITE_UNKNOWN",
        "cryptosuite|bbs-2023|PROOF_SUITE_UNKNOWN",
        "cryptosuite|none|PROOF_SUITE_UNKNOWN",
        "type|RsaSignature2018|PROOF_SUITE_UNKNOWN",
        // It says its suite by its type, so it cannot name another besides.
        "type|Ed25519Signature2020|PROOF_MALFORMED",
        "cryptosuite|Ed25519Signature2020|PROOF_BROKEN",
        "created|2026-03-02T09:30:16Z|PROOF_BROKEN",
        "created|2026-03-02|PROOF_MALFORMED",
        "created|2026-03-02T09:40:15Z|PROOF_FROM_THE_FUTURE",
        "expires|2026-03-02T09:30:16Z|PROOF_EXPIRED",
        "expires|2027-03-02T09:30:16Z|PROOF_BROKEN",
        "expires|never|PROOF_MALFORMED",
        "domain|example.org|PROOF_BROKEN",
        "id|urn:x:y|PROOF_BROKEN",
        "id|relative|PROOF_MALFORMED",
        "nonsense|x|PROOF_MALFORMED",
        "@context|https://www.w3.org/ns/credentials/v2|PROOF_MALFORMED",
        "https://schema.org/name|x|PROOF_MALFORMED",
        "previousProof|urn:x:y|PROOF_LINK_MISSING",
        "proofValue|z|PROOF_BROKEN",
        "proofValue|zzzz|PROOF_BROKEN",
        "proofValue|uAAAA|PROOF_BROKEN",
        "proofValue||PROOF_BROKEN",
        "verificationMethod|did:web:localhost%3A8082:organisations:0190a000-0000-7000-8000-000000000001|PROOF_MALFORMED",
        "verificationMethod|did:web:localhost%3A8082:organisations:0190a000-0000-7000-8000-000000000001#other|PROOF_KEY_NOT_OF_ISSUER",
        "verificationMethod|did:web:example.org#key|PROOF_KEY_FOREIGN",
        "verificationMethod|https://example.org/key#1|PROOF_MALFORMED"
      })
  void anOptionOfTheProofThatIsNotAsItShouldBeIsNotBelieved(
      String option, String value, FindingCode code) throws Exception {
    JsonObject signed = json(signed());
    JsonObject proof =
        with(
            signed.getJsonArray("proof").getJsonObject(0),
            option,
            JsonTree.string(value == null ? "" : value));

    Verdict verdict = verify(with(signed, "proof", JsonTree.array().add(proof).build()));

    assertThat(verdict.findings().get(1)).isEqualTo(Finding.of(CheckName.PROOF, code));
    assertThat(verdict.conclusion())
        .isEqualTo(code.outcome() == Outcome.FAILED ? Conclusion.INVALID : Conclusion.UNDECIDED);
    assertThat(verdict.facts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type",
        "cryptosuite",
        "created",
        "verificationMethod",
        "proofPurpose",
        "proofValue"
      })
  void aProofWithoutOneOfItsOptionsIsMalformed(String option) throws Exception {
    JsonObject signed = json(signed());
    var proof = JsonTree.object(signed.getJsonArray("proof").getJsonObject(0));
    proof.remove(option);

    assertFails(
        verify(with(signed, "proof", JsonTree.array().add(proof).build())),
        FindingCode.PROOF_MALFORMED);
  }

  @Test
  void aProofThatIsNoObjectIsMalformed() throws Exception {
    assertFails(
        verify(with(json(signed()), "proof", JsonTree.string("urn:x:y"))),
        FindingCode.PROOF_MALFORMED);
  }

  @Test
  void aKeyOfAnotherIssuerIsForeignEvenIfItIsKnown() throws Exception {
    world.know(VerificationMethodId.of(strangersDid, stranger.publicKey()), stranger.publicKey());
    JsonObject theirs =
        json(
            Samples.signed(
                issuedBy(strangersDid),
                stranger,
                VerificationMethodId.of(strangersDid, stranger.publicKey())));
    JsonObject claimed = with(theirs, "issuer", Samples.unsigned().get("issuer"));

    assertFails(verify(claimed), FindingCode.PROOF_KEY_FOREIGN);
  }

  @Test
  void aProofByAnotherKeyUnderTheNameOfTheIssuersFails() {
    byte[] forged = Samples.signed(Samples.unsigned(), stranger, Samples.METHOD);

    assertFails(verify(forged), FindingCode.PROOF_BROKEN);
  }

  @Test
  void oneBadProofAmongGoodOnesFails() throws Exception {
    JsonObject signed = json(signed());
    JsonObject good = signed.getJsonArray("proof").getJsonObject(0);
    JsonObject bad = with(good, "created", JsonTree.string("2026-03-02T09:30:16Z"));

    assertFails(
        verify(with(signed, "proof", JsonTree.array().add(good).add(bad).build())),
        FindingCode.PROOF_BROKEN);
    assertFails(
        verify(with(signed, "proof", JsonTree.array().add(bad).add(good).build())),
        FindingCode.PROOF_BROKEN);
  }

  @Test
  void anUnknownProofBesideAGoodOneIsAWarning() throws Exception {
    JsonObject signed = json(signed());
    JsonObject good = signed.getJsonArray("proof").getJsonObject(0);
    JsonObject unknown = with(good, "cryptosuite", JsonTree.string("bbs-2023"));

    Verdict verdict =
        verify(with(signed, "proof", JsonTree.array().add(unknown).add(good).build()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
    assertThat(codes(verdict)).contains(FindingCode.PROOF_HOLDS_OTHERS_UNCHECKED);
  }

  @Test
  void manyProofsAreRefused() throws Exception {
    JsonObject signed = json(signed());
    var proofs = JsonTree.array();
    for (int i = 0; i < 5; i++) {
      proofs.add(signed.getJsonArray("proof").getJsonObject(0));
    }

    assertFails(verify(with(signed, "proof", proofs.build())), FindingCode.TOO_MANY_PROOFS);
  }

  @Test
  void anIssuerWhoseKeysWeDoNotHoldLeavesItOpen() {
    byte[] theirs =
        Samples.signed(
            issuedBy(strangersDid),
            stranger,
            VerificationMethodId.of(strangersDid, stranger.publicKey()));

    Verdict verdict = verify(theirs);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(codes(verdict)).contains(FindingCode.PROOF_ISSUER_KEYS_UNKNOWN);
    assertThat(verdict.facts()).isEmpty();
  }

  @Test
  @Tag("R6")
  void keysThatCannotBeReadLeaveItOpen() {
    world.answer(Samples.METHOD, new IssuerKeys.Unavailable());

    Verdict verdict = verify(signed());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(codes(verdict)).contains(FindingCode.PROOF_KEYS_UNAVAILABLE);
  }

  @Test
  void aDidKeySpeaksForItselfOnly() throws Exception {
    VerificationMethodId method =
        new VerificationMethodId(
            DidKey.of(stranger.publicKey()), Samples.KEY.publicKey().multibase());

    byte[] forged = Samples.signed(issuedBy(DidKey.of(stranger.publicKey())), stranger, method);

    assertFails(verify(forged), FindingCode.PROOF_KEY_NOT_OF_ISSUER);
  }

  // Issuer.

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

  // Status.

  @Test
  void aSetBitIsARevocation() {
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.REVOKED);
  }

  @Test
  void theNeighboursBitsAreNotOurs() {
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX - 1, Samples.INDEX + 1));

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void anAnnouncedRevocationCountsBeforeTheListSaysSo() {
    world.announce(
        Samples.ID,
        new CredentialStatuses.Revoked(
            Optional.of("error"), Instant.parse("2026-03-02T09:30:17Z")));

    Verdict verdict = verify(signed());

    assertConcludes(verdict, Conclusion.INVALID, FindingCode.REVOKED);
    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.STATUS,
                FindingCode.REVOKED,
                Map.of("reason", "error", "since", "2026-03-02T09:30:17Z")));
  }

  @Test
  void anAnnouncedSuspensionFails() {
    world.announce(Samples.ID, new CredentialStatuses.Suspended(Optional.empty(), AFTER));

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.SUSPENDED);
  }

  @Test
  @Tag("R6")
  void aListThatWeDoNotHoldLeavesItOpen() {
    world.answer(Samples.LIST, new StatusLists.Unknown());
    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_UNKNOWN);

    world.answer(Samples.LIST, new StatusLists.Unavailable());
    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_UNAVAILABLE);
  }

  @Test
  void anAnnouncementThatItStandsDoesNotReplaceTheList() {
    world.answer(Samples.LIST, new StatusLists.Unknown());
    world.announce(Samples.ID, new CredentialStatuses.Standing());

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void anOldListLeavesItOpenButItsRevocationsStay() {
    Instant later = Samples.LIST_ENDS.plusSeconds(1);
    assertConcludes(
        world.verification().verify(unsignedJson(signed()), later),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_LIST_STALE);

    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));
    assertConcludes(
        world.verification().verify(unsignedJson(signed()), later),
        Conclusion.INVALID,
        FindingCode.REVOKED);
  }

  @Test
  void aListOfAnotherIssuerLeavesItOpen() {
    world
        .know(VerificationMethodId.of(strangersDid, stranger.publicKey()), stranger.publicKey())
        .publish(
            Samples.LIST,
            Samples.signed(
                list(Samples.LIST, strangersDid, StatusPurpose.REVOCATION).unsigned(),
                stranger,
                VerificationMethodId.of(strangersDid, stranger.publicKey())));

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_FOREIGN);
  }

  @Test
  void anotherListOfTheSameIssuerLeavesItOpen() {
    URI other = URI.create("http://localhost:8082/status-lists/2");

    world.publish(
        Samples.LIST,
        Samples.signed(list(other, Samples.SCHOOL, StatusPurpose.REVOCATION).unsigned()));

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_FOREIGN);
  }

  @Test
  void aListOfAnotherPurposeLeavesItOpen() {
    world.publish(
        Samples.LIST,
        Samples.signed(list(Samples.LIST, Samples.SCHOOL, StatusPurpose.SUSPENSION).unsigned()));

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_PURPOSE_DIFFERS);
  }

  @Test
  void anIndexBeyondTheListFails() {
    JsonObject status =
        with(
            Samples.unsigned().getJsonObject("credentialStatus"),
            "statusListIndex",
            JsonTree.string(Integer.toString(StatusBits.FEWEST)));

    assertConcludes(
        verify(Samples.signed(with(Samples.unsigned(), "credentialStatus", status))),
        Conclusion.INVALID,
        FindingCode.STATUS_INDEX_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statusListIndex|-1",
        "statusListIndex|1.5",
        "statusListIndex|0x1",
        "statusListIndex|007",
        "statusListIndex|99999999999",
        "statusListIndex|٣",
        "statusPurpose|message",
        "statusListCredential|urn:x:1#y"
      })
  void anEntryThatCannotBeReadIsNotReadAsNone(String member, String value) {
    JsonObject status =
        with(Samples.unsigned().getJsonObject("credentialStatus"), member, JsonTree.string(value));

    Verdict verdict = verify(Samples.signed(with(Samples.unsigned(), "credentialStatus", status)));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(codes(verdict)).contains(FindingCode.NOT_A_CREDENTIAL);
  }

  @Test
  void aKindOfStatusThatWeDoNotReadLeavesItOpen() {
    JsonObject status =
        JsonTree.object().add("id", "urn:x:1").add("type", "1EdTechRevocationList").build();
    JsonArray contexts =
        JsonTree.array()
            .add("https://www.w3.org/ns/credentials/v2")
            .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
            .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
            .add("https://w3id.org/mikromerit/credential/v1")
            .build();
    JsonObject unsigned =
        with(with(Samples.unsigned(), "credentialStatus", status), "@context", contexts);

    assertConcludes(
        verify(Samples.signed(unsigned)),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_TYPE_UNSUPPORTED);
  }

  @Test
  void eachOfSeveralStatusesCounts() {
    URI suspensions = URI.create("http://localhost:8082/status-lists/2");
    JsonArray both =
        JsonTree.array()
            .add(Samples.unsigned().get("credentialStatus"))
            .add(new StatusEntry(StatusPurpose.SUSPENSION, suspensions, 5).json())
            .build();
    byte[] signed = Samples.signed(with(Samples.unsigned(), "credentialStatus", both));
    world.publish(
        suspensions,
        Samples.signed(
            new StatusListCredential(
                    suspensions,
                    Samples.SCHOOL,
                    StatusPurpose.SUSPENSION,
                    StatusBits.blank(StatusBits.FEWEST).withSet(List.of(5)),
                    Samples.ISSUED,
                    Samples.LIST_ENDS)
                .unsigned()));

    assertConcludes(verify(signed), Conclusion.INVALID, FindingCode.SUSPENDED);
  }

  @Test
  void aThousandStatusesAreRefused() {
    var statuses = JsonTree.array();
    for (int i = 0; i < 200; i++) {
      statuses.add(new StatusEntry(StatusPurpose.REVOCATION, Samples.LIST, i).json());
    }

    assertConcludes(
        verify(Samples.signed(with(Samples.unsigned(), "credentialStatus", statuses.build()))),
        Conclusion.INVALID,
        FindingCode.TOO_MANY_STATUSES);
  }

  // Time.

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:30:14Z,NOT_YET_VALID",
    "2026-03-02T09:30:15Z,WITHIN_VALIDITY",
    "2026-03-02T10:30:14Z,WITHIN_VALIDITY",
    "2026-03-02T10:30:15Z,EXPIRED"
  })
  void validityBeginsWithItsStartAndEndsBeforeItsEnd(Instant now, FindingCode code) {
    JsonObject unsigned =
        with(Samples.unsigned(), "validUntil", JsonTree.string("2026-03-02T10:30:15Z"));

    assertThat(codes(world.verification().verify(unsignedJson(Samples.signed(unsigned)), now)))
        .contains(code);
  }

  @Test
  void anInvertedValidityFails() {
    JsonObject unsigned =
        with(Samples.unsigned(), "validUntil", JsonTree.string("2026-03-02T09:30:15Z"));

    assertConcludes(
        verify(Samples.signed(unsigned)), Conclusion.INVALID, FindingCode.VALIDITY_INVERTED);
  }

  // Parts of an award.

  @Test
  @Tag("STK-3")
  void anAwardWhosePartsStandIsValid() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing());

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.findings())
        .contains(part(FindingCode.PART_STANDING, Samples.PART))
        .contains(part(FindingCode.PART_STANDING, Samples.OTHER_PART));
  }

  @Test
  @Tag("STK-3")
  void anAwardWithARevokedPartFails() {
    world.announce(Samples.PART, new CredentialStatuses.Standing());
    world.announce(
        Samples.OTHER_PART,
        new CredentialStatuses.Revoked(Optional.of("integrity-finding"), AFTER));

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward()));

    assertConcludes(verdict, Conclusion.INVALID, FindingCode.PART_REVOKED);
    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.PARTS,
                FindingCode.PART_REVOKED,
                Map.of(
                    "part", Samples.OTHER_PART.urn(),
                    "reason", "integrity-finding",
                    "since", "2026-03-02T09:30:18Z")));
  }

  @Test
  void aPartWhoseListSaysRevokedFails() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing());
    world.publish(Samples.LIST, Samples.statusList(17));

    assertThat(verify(Samples.signed(Samples.unsignedAward())).findings())
        .contains(part(FindingCode.PART_REVOKED, Samples.PART));
  }

  @Test
  void aPartOfWhichNothingIsKnownLeavesItOpen() {
    Verdict verdict = verify(Samples.signed(Samples.unsignedAward()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(verdict.findings()).contains(part(FindingCode.PART_UNKNOWN, Samples.OTHER_PART));
  }

  @Test
  @Tag("R6")
  void aPartWhoseStatusCannotBeReadLeavesItOpen() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Unavailable());

    assertConcludes(
        verify(Samples.signed(Samples.unsignedAward())),
        Conclusion.UNDECIDED,
        FindingCode.PART_STATUS_UNAVAILABLE);
  }

  // Conclusion.

  @Test
  void nothingFoundIsNotValid() {
    assertThat(Conclusion.of(List.of())).isEqualTo(Conclusion.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "FORMAT_RECOGNISED,PROOF_HOLDS,VALID",
    "PROOF_HOLDS,ISSUER_UNKNOWN,VALID_WITH_WARNINGS",
    "ISSUER_UNKNOWN,STATUS_LIST_STALE,UNDECIDED",
    "STATUS_LIST_STALE,REVOKED,INVALID"
  })
  void theWorstFindingDecides(FindingCode one, FindingCode other, Conclusion conclusion) {
    assertThat(
            Conclusion.of(
                List.of(Finding.of(CheckName.FORMAT, one), Finding.of(CheckName.FORMAT, other))))
        .isEqualTo(conclusion);
  }

  private Verdict verify(byte[] document) {
    return verify(unsignedJson(document));
  }

  private Verdict verify(JsonObject document) {
    return world.verification().verify(document, Samples.NOW);
  }

  private void key(Instant from, @Nullable Instant until, @Nullable Instant revoked) {
    world.answer(
        Samples.METHOD, new IssuerKeys.Held(Samples.KEY.publicKey(), from, until, revoked));
  }

  private static void assertFails(Verdict verdict, FindingCode code) {
    assertConcludes(verdict, Conclusion.INVALID, code);
    assertThat(verdict.facts()).isEmpty();
  }

  private static void assertConcludes(Verdict verdict, Conclusion conclusion, FindingCode code) {
    assertThat(codes(verdict)).contains(code);
    assertThat(verdict.conclusion()).isEqualTo(conclusion);
  }

  private static Finding part(FindingCode code, CredentialId part) {
    return new Finding(CheckName.PARTS, code, Map.of("part", part.urn()));
  }

  private static List<FindingCode> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private static byte[] signed() {
    return Samples.signed(Samples.unsigned());
  }

  private static JsonObject issuedBy(Did did) {
    JsonObject unsigned = Samples.unsigned();
    return with(
        unsigned,
        "issuer",
        with(unsigned.getJsonObject("issuer"), "id", JsonTree.string(did.value())));
  }

  private static StatusListCredential list(URI url, Did issuer, StatusPurpose purpose) {
    return new StatusListCredential(
        url,
        issuer,
        purpose,
        StatusBits.blank(StatusBits.FEWEST),
        Samples.ISSUED,
        Samples.LIST_ENDS);
  }

  private static JsonObject with(JsonObject json, String member, @Nullable JsonValue value) {
    return JsonTree.object(json).add(member, Objects.requireNonNull(value)).build();
  }

  private static JsonObject unsignedJson(byte[] bytes) {
    try {
      return json(bytes);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject json(byte[] bytes) throws Exception {
    return StrictJson.parse(bytes);
  }
}
