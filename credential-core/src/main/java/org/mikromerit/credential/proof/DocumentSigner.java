package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.Coverage;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.lint.Lint;

/**
 * Signs a document, and gives nothing out that was not signed as it was meant: it is faultless,
 * every member is covered, the bytes read back as what was signed, and the signature verifies.
 */
public final class DocumentSigner {

  private static final DocumentSigner STANDARD = over(StrictJsonLd.standard());
  private static final DocumentSigner OF_TEXT =
      new DocumentSigner(
          StrictJsonLd.standard(), List.of(JcsSuite.eddsa2022(), JcsSuite.ecdsa2019()));

  private static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/";

  private final Coverage coverage;
  private final List<Cryptosuite> suites;

  /**
   * Over a choice of suites.
   *
   * @param suites the first that takes a key signs with it
   */
  public DocumentSigner(Coverage coverage, List<Cryptosuite> suites) {
    this.coverage = coverage;
    this.suites = List.copyOf(suites);
  }

  /**
   * With {@code eddsa-rdfc-2022} or {@code ecdsa-rdfc-2019}, as the key is, and the contexts that
   * the program knows.
   */
  public static DocumentSigner standard() {
    return STANDARD;
  }

  /**
   * With the same suites, over another way to cover documents.
   *
   * @param coverage that says what {@link StrictJsonLd} says
   */
  public static DocumentSigner over(Coverage coverage) {
    return new DocumentSigner(
        coverage, List.of(RdfcSuite.eddsa2022(coverage), RdfcSuite.ecdsa2019(coverage)));
  }

  /**
   * With {@code eddsa-jcs-2022} or {@code ecdsa-jcs-2019}, which sign the text, for who asks for
   * them.
   */
  public static DocumentSigner ofText() {
    return OF_TEXT;
  }

  /** The suite that it signs with by keys of this type, as a proof names it. */
  public String cryptosuite(KeyType type) {
    return suiteFor(type).name();
  }

  /**
   * The document with its proof, as the UTF-8 JSON bytes to store and to hand out unchanged.
   *
   * @param method must belong to the document's issuer
   * @throws NotCovered if a signature would not cover every member
   * @throws IllegalArgumentException if the document has a proof already, or another issuer, or
   *     {@link Lint} finds fault with it, or no suite signs with such a key
   */
  public byte[] sign(
      JsonObject document, SigningKey key, VerificationMethodId method, Instant created)
      throws NotCovered {
    if (document.containsKey("proof")) {
      throw new IllegalArgumentException("the document has a proof already");
    }
    requireIssuer(document, method.did());
    Lint.require(document);
    KeyType type = key.publicKey().type();
    Cryptosuite suite = suiteFor(type);
    JsonObject options = suite.complete(options(suite, method, created), document);
    CoveredDocument covered = coverage.cover(document);
    byte[] input = suite.signingInput(covered, options, type);
    byte[] signature = key.sign(input);
    JsonObject signed =
        withProof(
            document,
            JsonTree.object(options).add("proofValue", Multibase.base58(signature)).build());
    byte[] bytes = StrictJson.write(signed);
    JsonObject read = read(bytes, signed);
    requireAsMeant(read, signed);
    if (covered.isByTemplate()) {
      // Templates are compared with the general path by themselves, and are for haste.
      requireVerifies(key, input, signature);
    } else {
      requireVerifies(read, key, method.did(), created);
    }
    return bytes;
  }

  /** As whoever gets the bytes will verify them. */
  private static void requireVerifies(JsonObject read, SigningKey key, Did issuer, Instant created)
      throws NotCovered {
    var verifier = ProofVerifier.standard(_ -> IssuerKeys.Held.always(key.publicKey()));
    CoveredDocument covered = StrictJsonLd.standard().cover(ProofVerifier.withoutProof(read));
    if (!(verifier.verify(read, covered, issuer, created) instanceof ProofResult.Holds)) {
      throw new IllegalStateException("the fresh proof does not verify");
    }
  }

  private Cryptosuite suiteFor(KeyType type) {
    return suites.stream()
        .filter(suite -> suite.takes(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no suite signs with a key of " + type));
  }

  private static void requireIssuer(JsonObject document, Did issuer) {
    if (!Did.issuerOf(document).equals(Optional.of(issuer))) {
      throw new IllegalArgumentException("the key is not of the document's issuer");
    }
  }

  private static JsonObject options(
      Cryptosuite suite, VerificationMethodId method, Instant created) {
    return JsonTree.object()
        .add("type", Proof.TYPE)
        .add("cryptosuite", suite.name())
        .add("created", Instants.write(created))
        .add("verificationMethod", method.url())
        .add("proofPurpose", Proof.PURPOSE)
        .build();
  }

  private static JsonObject withProof(JsonObject document, JsonObject proof) {
    // Open Badges 3.0 knows nothing but an array, others expect one proof to stand by itself.
    boolean badge =
        JsonTree.texts(document, "@context").stream().anyMatch(url -> url.startsWith(OPEN_BADGES));
    return JsonTree.object(document)
        .add("proof", badge ? JsonTree.array().add(proof).build() : proof)
        .build();
  }

  private static void requireAsMeant(JsonObject read, JsonObject signed) {
    if (!read.equals(signed)) {
      throw new IllegalStateException("the bytes read back as another document");
    }
  }

  private static JsonObject read(byte[] bytes, JsonObject signed) {
    try {
      return StrictJson.parse(bytes, largest(signed));
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("no verifier would read the document: " + e.code(), e);
    }
  }

  private static Bounds largest(JsonObject signed) {
    return JsonTree.hasType(signed, "BitstringStatusListCredential")
        ? Bounds.STATUS_LIST
        : Bounds.CREDENTIAL;
  }

  private static void requireVerifies(SigningKey key, byte[] input, byte[] signature) {
    if (!key.publicKey().verifies(input, signature)) {
      throw new IllegalStateException("the fresh signature does not verify");
    }
  }
}
