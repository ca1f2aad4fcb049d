package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.PinnedContext;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.testing.SharedData;

/** W3C's and 1EdTech's published examples, step by step and byte for byte. */
@Tag("S3")
class PublishedVectorsTest {

  private static final String EDDSA = "vectors/w3c-vc-di-eddsa/";
  private static final String ECDSA = "vectors/w3c-vc-di-ecdsa/";
  private static final String BADGE = "vectors/1edtech-obv3/";

  private static final StrictJsonLd JSON_LD =
      new StrictJsonLd(PinnedContexts.standard().and(examplesContext()));

  /**
   * A suite's examples.
   *
   * @param folder of W3C's repository, with the unsigned document
   * @param name of the files, behind what each of them is
   * @param keyPair the file of the key that signed
   */
  record Vectors(
      Cryptosuite suite, KeyType type, String folder, String steps, String name, String keyPair) {

    CoveredDocument document() throws Exception {
      return JSON_LD.cover(without(json(folder + steps + "/signed" + name + ".json"), "proof"));
    }

    JsonObject options() throws Exception {
      return json(folder + steps + "/proofConfig" + name + ".json");
    }

    String step(String what) {
      return text(folder + steps + "/" + what + name + ".txt");
    }

    /** Proofs by RDF name the document's contexts in their canonical form alone. */
    JsonObject ownOptions() throws Exception {
      return suite instanceof RdfcSuite ? without(options(), "@context") : options();
    }

    PublicKey key() throws Exception {
      return PublicKey.fromMultibase(json(folder + keyPair).getString("publicKeyMultibase"))
          .orElseThrow();
    }

    @Override
    public String toString() {
      return suite.name() + " " + type;
    }
  }

  static Stream<Vectors> everySuite() {
    return Stream.of(
        new Vectors(
            RdfcSuite.eddsa2022(JSON_LD),
            KeyType.ED25519,
            EDDSA,
            "eddsa-rdfc-2022",
            "DataInt",
            "keyPair.json"),
        new Vectors(
            RdfcSuite.ed25519Signature2020(JSON_LD),
            KeyType.ED25519,
            EDDSA,
            "Ed25519Signature2020",
            "EdSig",
            "keyPair.json"),
        new Vectors(
            JcsSuite.eddsa2022(), KeyType.ED25519, EDDSA, "eddsa-jcs-2022", "JCS", "keyPair.json"),
        new Vectors(
            RdfcSuite.ecdsa2019(JSON_LD),
            KeyType.P256,
            ECDSA,
            "ecdsa-rdfc-2019-p256",
            "ECDSAP256",
            "p256KeyPair.json"),
        new Vectors(
            RdfcSuite.ecdsa2019(JSON_LD),
            KeyType.P384,
            ECDSA,
            "ecdsa-rdfc-2019-p384",
            "ECDSAP384",
            "p384KeyPair.json"),
        new Vectors(
            JcsSuite.ecdsa2019(),
            KeyType.P256,
            ECDSA,
            "ecdsa-jcs-2019-p256",
            "JCSECDSAP256",
            "p256KeyPair.json"),
        new Vectors(
            JcsSuite.ecdsa2019(),
            KeyType.P384,
            ECDSA,
            "ecdsa-jcs-2019-p384",
            "JCSECDSAP384",
            "p384KeyPair.json"));
  }

  @ParameterizedTest
  @MethodSource("everySuite")
  void whatIsSignedIsWhatW3cPublished(Vectors vectors) throws Exception {
    byte[] input =
        vectors.suite().signingInput(vectors.document(), vectors.ownOptions(), vectors.type());

    assertThat(hex(input)).isEqualTo(vectors.step("combinedHash"));
    assertThat(hex(input)).startsWith(vectors.step("proofHash")).endsWith(vectors.step("docHash"));
  }

  @ParameterizedTest
  @MethodSource("everySuite")
  void theSignatureOfW3cVerifies(Vectors vectors) throws Exception {
    JsonObject signed =
        json(vectors.folder() + vectors.steps() + "/signed" + vectors.name() + ".json");
    JsonObject proof = signed.getJsonObject("proof");
    CoveredDocument document = JSON_LD.cover(without(signed, "proof"));

    byte[] input =
        vectors.suite().signingInput(document, without(proof, "proofValue"), vectors.type());

    byte[] signature = Multibase.decodeBase58(proof.getString("proofValue")).orElseThrow();
    assertThat(hex(signature)).isEqualTo(vectors.step("sigHex"));
    assertThat(vectors.key().verifies(input, signature)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("everySuite")
  void theSignatureOfW3cIsNoneOfAnotherDocument(Vectors vectors) throws Exception {
    JsonObject signed =
        json(vectors.folder() + vectors.steps() + "/signed" + vectors.name() + ".json");
    JsonObject proof = signed.getJsonObject("proof");
    JsonObject changed =
        JsonTree.object(without(signed, "proof")).add("name", "Another degree").build();

    byte[] input =
        vectors
            .suite()
            .signingInput(JSON_LD.cover(changed), without(proof, "proofValue"), vectors.type());

    byte[] signature = Multibase.decodeBase58(proof.getString("proofValue")).orElseThrow();
    assertThat(vectors.key().verifies(input, signature)).isFalse();
  }

  @Test
  void theDocumentOfW3cHasThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = JSON_LD.cover(json(EDDSA + "unsigned.json"));

    assertThat(document.quads("SHA-256"))
        .isEqualTo(SharedData.text(EDDSA + "eddsa-rdfc-2022/canonDocDataInt.txt"));
  }

  @Test
  void signingAsW3cGivesThePublishedSignature() throws Exception {
    Vectors vectors = everySuite().findFirst().orElseThrow();
    byte[] prefixed =
        Multibase.decodeBase58(json(EDDSA + "keyPair.json").getString("privateKeyMultibase"))
            .orElseThrow();
    // Ed25519's private multicodec 0x1300 as a varint takes two bytes.
    SigningKey key = SoftwareKey.ed25519(Arrays.copyOfRange(prefixed, 2, prefixed.length));
    byte[] input =
        vectors.suite().signingInput(vectors.document(), vectors.ownOptions(), vectors.type());

    String value = Multibase.base58(key.sign(input));

    assertThat(value).isEqualTo(vectors.step("sigBTC58"));
  }

  @Test
  void theBadgeOf1EdTechHasThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = JSON_LD.cover(json(BADGE + "signed.json"));

    assertThat(document.quads("SHA-256")).isEqualTo(SharedData.text(BADGE + "document-canon.txt"));
  }

  @Test
  void theProofOptionsOf1EdTechHaveThePublishedCanonicalForm() throws Exception {
    CoveredDocument document = JSON_LD.cover(json(BADGE + "signed.json"));
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

    assertThat(RdfcSuite.eddsa2022(JSON_LD).canonicalOptions(document, options).quads("SHA-256"))
        .isEqualTo(SharedData.text(BADGE + "proof-canon.txt"));
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
