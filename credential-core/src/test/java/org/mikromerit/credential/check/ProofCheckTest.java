package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.CarelessSigner;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.JcsSuite;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class ProofCheckTest extends CheckTest {

  @Test
  void aTamperedCredentialShowsNothing() {
    Verdict verdict =
        verify(
            new String(signed(), StandardCharsets.UTF_8)
                .replace("Åsa", "Åse")
                .getBytes(StandardCharsets.UTF_8));

    assertFails(verdict, FindingCode.PROOF_BROKEN);
    assertThat(verdict.facts()).isEmpty();
  }

  @Test
  void aRemovedProofFails() {
    var document = JsonTree.object(json(signed()));
    document.remove("proof");

    assertFails(verify(document.build()), FindingCode.PROOF_MISSING);
  }

  @Test
  void aProofCopiedFromAnotherCredentialFails() {
    JsonValue copied = json(Samples.signed(Samples.unsignedAward())).get("proof");

    assertFails(verify(with(json(signed()), "proof", copied)), FindingCode.PROOF_BROKEN);
  }

  @Test
  void oneProofAsAnObjectIsAsGoodAsAnArray() {
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
        "cryptosuite|Ed25519Signature2020|PROOF_MALFORMED",
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
      String option, String value, FindingCode code) {
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
      strings = {"type", "cryptosuite", "verificationMethod", "proofPurpose", "proofValue"})
  void aProofWithoutOneOfItsOptionsIsMalformed(String option) {
    JsonObject signed = json(signed());
    var proof = JsonTree.object(signed.getJsonArray("proof").getJsonObject(0));
    proof.remove(option);

    assertFails(
        verify(with(signed, "proof", JsonTree.array().add(proof).build())),
        FindingCode.PROOF_MALFORMED);
  }

  @Test
  void aProofThatIsNoObjectIsMalformed() {
    assertFails(
        verify(with(json(signed()), "proof", JsonTree.string("urn:x:y"))),
        FindingCode.PROOF_MALFORMED);
  }

  @Test
  void aKeyOfAnotherIssuerIsForeignEvenIfItIsKnown() {
    world.know(VerificationMethodId.of(strangersDid, stranger.publicKey()), stranger.publicKey());
    JsonObject theirs =
        json(
            Samples.signed(
                Samples.unsigned(strangersDid),
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
  @Tag("S2")
  void anEntangledDocumentUnderAProofOfItsMeaningIsTooComplex() {
    JsonObject entangled =
        with(Samples.entangled(), "proof", json(signed()).getJsonArray("proof").getFirst());

    assertFails(verify(entangled), FindingCode.TOO_COMPLEX);
  }

  @Test
  @Tag("S2")
  void anEntangledDocumentIsTooComplexAlsoBesideAProofThatHolds() throws Exception {
    JsonObject entangled = json(signedAsText(Samples.entangled()));
    JsonObject byText = entangled.getJsonArray("proof").getJsonObject(0);
    JsonObject byMeaning = json(signed()).getJsonArray("proof").getJsonObject(0);

    assertFails(
        verify(with(entangled, "proof", JsonTree.array().add(byText).add(byMeaning).build())),
        FindingCode.TOO_COMPLEX);
  }

  @Test
  void aDocumentWhoseTextIsSignedMayBeEntangled() throws Exception {
    Verdict verdict = verify(signedAsText(Samples.entangled()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void aMemberWithoutMeaningIsRefusedAlsoWhereTheTextIsSigned() throws Exception {
    JsonObject signed = json(signedAsText(Samples.unsigned()));

    assertFails(
        verify(with(signed, "honours", JsonTree.string("x"))), FindingCode.MEMBER_NOT_COVERED);
  }

  private static byte[] signedAsText(JsonObject document) throws NotCovered {
    return new DocumentSigner(StrictJsonLd.standard(), List.of(JcsSuite.eddsa2022()))
        .sign(document, Samples.KEY, Samples.METHOD, Samples.ISSUED);
  }

  @Test
  void anOlderSuitesNameIsNoCryptosuite() {
    JsonObject signed = json(signed());
    JsonObject misnamed =
        with(
            signed.getJsonArray("proof").getJsonObject(0),
            "cryptosuite",
            JsonTree.string("Ed25519Signature2020"));

    assertFails(verify(with(signed, "proof", misnamed)), FindingCode.PROOF_MALFORMED);
  }

  @Test
  void oneBadProofAmongGoodOnesFails() {
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
  void anUnknownProofBesideAGoodOneIsAWarning() {
    JsonObject signed = json(signed());
    JsonObject good = signed.getJsonArray("proof").getJsonObject(0);
    JsonObject unknown = with(good, "cryptosuite", JsonTree.string("bbs-2023"));

    Verdict verdict =
        verify(with(signed, "proof", JsonTree.array().add(unknown).add(good).build()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
    assertThat(codes(verdict)).contains(FindingCode.PROOF_HOLDS_OTHERS_UNCHECKED);
  }

  @Test
  void manyProofsAreRefused() {
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
            Samples.unsigned(strangersDid),
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
  void aDidKeySpeaksForItselfOnly() {
    VerificationMethodId method =
        new VerificationMethodId(
            DidKey.of(stranger.publicKey()), Samples.KEY.publicKey().multibase());

    byte[] forged =
        CarelessSigner.sign(
            Samples.unsigned(DidKey.of(stranger.publicKey())), stranger, method, Samples.ISSUED);

    assertFails(verify(forged), FindingCode.PROOF_KEY_NOT_OF_ISSUER);
  }
}
