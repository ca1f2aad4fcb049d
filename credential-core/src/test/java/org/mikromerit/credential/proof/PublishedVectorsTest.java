package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.PinnedContext;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.testing.SharedData;

/** W3C's and 1EdTech's published examples, step by step and byte for byte. */
@Tag("S3")
class PublishedVectorsTest {

  private static final String W3C = "vectors/w3c-vc-di-eddsa/";
  private static final String RDFC = W3C + "eddsa-rdfc-2022/";
  private static final String BADGE = "vectors/1edtech-obv3/";

  private final StrictJsonLd jsonLd =
      new StrictJsonLd(PinnedContexts.standard().and(examplesContext()));
  private final EddsaRdfc2022 suite = new EddsaRdfc2022(jsonLd);

  @Test
  void theDocumentOfW3cHasThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = jsonLd.cover(json(W3C + "unsigned.json"));

    assertThat(document.quads()).isEqualTo(SharedData.text(RDFC + "canonDocDataInt.txt"));
    assertThat(hex(document.sha256())).isEqualTo(text(RDFC + "docHashDataInt.txt"));
  }

  @Test
  void theProofOptionsOfW3cHaveThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = jsonLd.cover(json(W3C + "unsigned.json"));
    JsonObject options = without(json(RDFC + "proofConfigDataInt.json"), "@context");

    CoveredDocument covered = suite.canonicalOptions(document, options);

    assertThat(covered.quads()).isEqualTo(SharedData.text(RDFC + "proofCanonDataInt.txt"));
    assertThat(hex(covered.sha256())).isEqualTo(text(RDFC + "proofHashDataInt.txt"));
    assertThat(hex(suite.signingInput(document, options)))
        .isEqualTo(text(RDFC + "combinedHashDataInt.txt"));
  }

  @Test
  void signingAsW3cGivesThePublishedSignature() throws Exception {
    CoveredDocument document = jsonLd.cover(json(W3C + "unsigned.json"));
    JsonObject options = without(json(RDFC + "proofConfigDataInt.json"), "@context");
    SigningKey key = w3cKey();

    String value = suite.sign(key, suite.signingInput(document, options));

    assertThat(value).isEqualTo(text(RDFC + "sigBTC58DataInt.txt"));
    assertThat(hex(Multibase.decodeBase58(value).orElseThrow()))
        .isEqualTo(text(RDFC + "sigHexDataInt.txt"));
  }

  @Test
  void theSignedDocumentOfW3cVerifies() throws Exception {
    JsonObject signed = json(RDFC + "signedDataInt.json");
    JsonObject proof = signed.getJsonObject("proof");

    CoveredDocument document = jsonLd.cover(without(signed, "proof"));
    byte[] input = suite.signingInput(document, without(proof, "proofValue"));

    assertThat(suite.verifies(w3cKey().publicKey(), input, proof.getString("proofValue"))).isTrue();
  }

  @Test
  void theBadgeOf1EdTechHasThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = jsonLd.cover(json(BADGE + "signed.json"));

    assertThat(document.quads()).isEqualTo(SharedData.text(BADGE + "document-canon.txt"));
  }

  @Test
  void theProofOptionsOf1EdTechHaveThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = jsonLd.cover(json(BADGE + "signed.json"));
    JsonObject options =
        JsonTree.object()
            .add("type", "DataIntegrityProof")
            .add("created", "2010-01-01T19:23:24Z")
            .add("cryptosuite", "eddsa-rdfc-2022")
            .add("proofPurpose", "assertionMethod")
            .add(
                "verificationMethod",
                "https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")
            .build();

    assertThat(suite.canonicalOptions(document, options).quads())
        .isEqualTo(SharedData.text(BADGE + "proof-canon.txt"));
  }

  private static SigningKey w3cKey() throws Exception {
    JsonObject pair = json(W3C + "keyPair.json");
    byte[] prefixed = Multibase.decodeBase58(pair.getString("privateKeyMultibase")).orElseThrow();
    // Ed25519's private multicodec 0x1300 as a varint takes two bytes.
    SigningKey key = SigningKey.fromSeed(Arrays.copyOfRange(prefixed, 2, prefixed.length));
    assertThat(key.publicKey())
        .isEqualTo(PublicKey.fromMultibase(pair.getString("publicKeyMultibase")).orElseThrow());
    return key;
  }

  // W3C's examples use a context that defines every term there is; it must never be in the real
  // set.
  private static PinnedContext examplesContext() {
    byte[] bytes =
        "{\"@context\":{\"@vocab\":\"https://www.w3.org/ns/credentials/examples#\"}}"
            .getBytes(StandardCharsets.UTF_8);
    try {
      String sha256 = hex(MessageDigest.getInstance("SHA-256").digest(bytes));
      return PinnedContext.of("https://www.w3.org/ns/credentials/examples/v2", bytes, sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject json(String relative) throws Exception {
    return StrictJson.parse(SharedData.bytes(relative));
  }

  private static JsonObject without(JsonObject json, String member) {
    var builder = JsonTree.object(json);
    builder.remove(member);
    return builder.build();
  }

  private static String text(String relative) {
    return SharedData.text(relative).strip();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
