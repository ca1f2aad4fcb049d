package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.definition.Credits;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.Workload;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
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
    DocumentSigner broken = new DocumentSigner(StrictJsonLd.standard(), new Unlucky());

    assertThatIllegalStateException()
        .isThrownBy(
            () -> broken.sign(Samples.unsigned(), Samples.KEY, Samples.METHOD, Samples.ISSUED))
        .withMessageContaining("does not verify");
  }

  private byte[] sign(JsonObject document) throws NotCovered {
    return signer.sign(document, Samples.KEY, Samples.METHOD, Samples.ISSUED);
  }

  /** Signs something else than it was given, as a broken memory or a broken library would. */
  private static final class Unlucky implements Cryptosuite {

    private final Cryptosuite sound = new EddsaRdfc2022(StrictJsonLd.standard());

    @Override
    public String name() {
      return sound.name();
    }

    @Override
    public byte[] signingInput(CoveredDocument document, JsonObject options) throws NotCovered {
      return sound.signingInput(document, options);
    }

    @Override
    public String sign(SigningKey key, byte[] signingInput) {
      byte[] flipped = signingInput.clone();
      flipped[0] ^= 1;
      return sound.sign(key, flipped);
    }

    @Override
    public boolean verifies(PublicKey key, byte[] signingInput, String proofValue) {
      return sound.verifies(key, signingInput, proofValue);
    }
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
