package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.definition.Credits;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.Workload;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.testing.Samples;

@Tag("S3")
class DocumentSignerTest {

  private final DocumentSigner signer = DocumentSigner.standard();

  @Test
  @Tag("R2")
  void theSameContentGivesTheSameBytes() throws Exception {
    assertThat(sign(Samples.unsigned())).isEqualTo(sign(Samples.unsigned()));
  }

  @Test
  void whatIsSignedIsTheDocumentAndItsProofAndNothingElse() throws Exception {
    JsonObject signed = StrictJson.parse(sign(Samples.unsigned()));

    assertThat(ProofVerifier.withoutProof(signed)).isEqualTo(Samples.unsigned());
    assertThat(signed.getJsonArray("proof")).hasSize(1);
    assertThat(signed.getJsonArray("proof").getJsonObject(0).keySet())
        .containsExactly(
            "type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue");
  }

  @Test
  void aMemberThatWouldNotBeCoveredIsNotSigned() {
    JsonObject unsigned = JsonTree.object(Samples.unsigned()).add("honours", "x").build();

    assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> sign(unsigned));
  }

  @Test
  void aKeyOfAnotherIssuerDoesNotSign() {
    VerificationMethodId foreign =
        VerificationMethodId.of(new Did("did:web:example.org"), Samples.KEY.publicKey());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> signer.sign(Samples.unsigned(), Samples.KEY, foreign, Samples.ISSUED));
  }

  @Test
  void aDocumentIsSignedOnce() throws Exception {
    JsonObject signed = StrictJson.parse(sign(Samples.unsigned()));

    assertThatIllegalArgumentException().isThrownBy(() -> sign(signed));
  }

  @Test
  void aDocumentThatNoVerifierWouldReadIsNotSigned() {
    JsonObject large =
        JsonTree.object(Samples.unsigned()).add("description", "x".repeat(300 * 1024)).build();

    assertThatIllegalArgumentException().isThrownBy(() -> sign(large));
  }

  @Test
  void aSignatureThatDoesNotVerifyIsNotGivenOut() {
    SigningKey broken = new Unlucky(Samples.KEY);

    assertThatIllegalStateException()
        .isThrownBy(() -> signer.sign(Samples.unsigned(), broken, Samples.METHOD, Samples.ISSUED))
        .withMessageContaining("does not verify");
  }

  private byte[] sign(JsonObject document) throws NotCovered {
    return signer.sign(document, Samples.KEY, Samples.METHOD, Samples.ISSUED);
  }

  /** Signs something else than it was given, as a broken memory or a broken library would. */
  private record Unlucky(SigningKey sound) implements SigningKey {

    @Override
    public PublicKey publicKey() {
      return sound.publicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
      byte[] flipped = message.clone();
      flipped[0] ^= 1;
      return sound.sign(flipped);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256", "P384"})
  @Tag("S3")
  void aKeyOfEachTypeSignsByItsSuite(KeyType type) throws Exception {
    SigningKey key = SoftwareKey.generate(type, new SecureRandom());
    JsonObject document = Samples.unsigned(DidKey.of(key.publicKey()));

    byte[] signed =
        signer.sign(document, key, DidKey.verificationMethod(key.publicKey()), Samples.ISSUED);

    assertThat(
            StrictJson.parse(signed)
                .getJsonArray("proof")
                .getJsonObject(0)
                .getString("cryptosuite"))
        .isEqualTo(type == KeyType.ED25519 ? "eddsa-rdfc-2022" : "ecdsa-rdfc-2019");
    assertThat(verified(signed)).isInstanceOf(ProofResult.Holds.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256", "P384"})
  @Tag("S3")
  void aKeyOfEachTypeSignsTheTextAsWell(KeyType type) throws Exception {
    SigningKey key = SoftwareKey.generate(type, new SecureRandom());
    JsonObject document = Samples.unsigned(DidKey.of(key.publicKey()));
    var byText =
        new DocumentSigner(
            StrictJsonLd.standard(), List.of(JcsSuite.eddsa2022(), JcsSuite.ecdsa2019()));

    byte[] signed =
        byText.sign(document, key, DidKey.verificationMethod(key.publicKey()), Samples.ISSUED);

    assertThat(verified(signed)).isInstanceOf(ProofResult.Holds.class);
  }

  @Test
  @Tag("S3")
  void aProofWithOtherContextsThanTheDocumentsIsBroken() throws Exception {
    SigningKey key = Samples.key("text");
    JsonObject document = Samples.unsigned(DidKey.of(key.publicKey()));
    var byText = new DocumentSigner(StrictJsonLd.standard(), List.of(JcsSuite.eddsa2022()));
    JsonObject signed =
        StrictJson.parse(
            byText.sign(document, key, DidKey.verificationMethod(key.publicKey()), Samples.ISSUED));
    JsonObject proof = signed.getJsonArray("proof").getJsonObject(0);
    JsonObject fewer =
        JsonTree.object(proof)
            .add("@context", JsonTree.array().add("https://www.w3.org/ns/credentials/v2"))
            .build();

    var result =
        verified(
            StrictJson.write(
                JsonTree.object(signed).add("proof", JsonTree.array().add(fewer)).build()));

    assertThat(result).isEqualTo(new ProofResult.Fails(ProofFault.MALFORMED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-jcs-2019"})
  @Tag("S3")
  void aSignatureIsNoneUnderAnotherSuitesName(String suite) throws Exception {
    SigningKey key = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    JsonObject document = Samples.unsigned(DidKey.of(key.publicKey()));
    JsonObject signed =
        StrictJson.parse(
            signer.sign(document, key, DidKey.verificationMethod(key.publicKey()), Samples.ISSUED));
    JsonObject renamed =
        JsonTree.object(signed.getJsonArray("proof").getJsonObject(0))
            .add("cryptosuite", suite)
            .build();

    var result =
        verified(
            StrictJson.write(
                JsonTree.object(signed).add("proof", JsonTree.array().add(renamed)).build()));

    assertThat(result).isEqualTo(new ProofResult.Fails(ProofFault.SIGNATURE));
  }

  private static ProofResult verified(byte[] signed) throws Exception {
    JsonObject document = StrictJson.parse(signed);
    var covered = StrictJsonLd.standard().cover(ProofVerifier.withoutProof(document));
    var issuer = Did.parse(document.getJsonObject("issuer").getString("id")).orElseThrow();
    return ProofVerifier.standard(_ -> new IssuerKeys.UnknownIssuer())
        .verify(document, covered, issuer, Samples.ISSUED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.50", "10", "20.0", "30", "1E+1"})
  void everyNumberOfCreditsCanBeSigned(String credits) {
    var workload =
        new Workload(new BigDecimal("250"), new Credits(Credits.ECTS, new BigDecimal(credits)));
    var definition =
        Samples.hygiene(LangString.of(Map.of("sv", "Hygien", "en", "Hygiene")), workload);
    var content = Samples.content(new Holder("Åsa", "Öberg"), definition, null);

    byte[] signed = Samples.signed(OpenBadgeComposer.compose(content));

    assertThat(new String(signed, StandardCharsets.UTF_8)).contains("creditsAvailable");
  }
}
