package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.SigningKey;

/**
 * Signs a document, and gives nothing out that was not signed as it was meant: every member is
 * covered, the bytes read back as what was signed, and the signature verifies.
 */
public final class DocumentSigner {

  private static final DocumentSigner STANDARD =
      new DocumentSigner(StrictJsonLd.standard(), new EddsaRdfc2022(StrictJsonLd.standard()));

  private final StrictJsonLd jsonLd;
  private final Cryptosuite suite;

  public DocumentSigner(StrictJsonLd jsonLd, Cryptosuite suite) {
    this.jsonLd = jsonLd;
    this.suite = suite;
  }

  /** With {@code eddsa-rdfc-2022} and the contexts that the program knows. */
  public static DocumentSigner standard() {
    return STANDARD;
  }

  /**
   * The document with its proof, as the UTF-8 JSON bytes to store and to hand out unchanged.
   *
   * @param method must belong to the document's issuer
   * @throws NotCovered if a signature would not cover every member
   * @throws IllegalArgumentException if the document has a proof already, or another issuer
   */
  public byte[] sign(
      JsonObject document, SigningKey key, VerificationMethodId method, Instant created)
      throws NotCovered {
    if (document.containsKey("proof")) {
      throw new IllegalArgumentException("the document has a proof already");
    }
    requireIssuer(document, method.did());
    JsonObject options = options(method, created);
    byte[] input = suite.signingInput(jsonLd.cover(document), options);
    String value = suite.sign(key, input);
    JsonObject signed =
        withProof(document, JsonTree.object(options).add("proofValue", value).build());
    byte[] bytes = StrictJson.write(signed);
    requireAsMeant(bytes, signed);
    requireVerifies(key, input, value);
    return bytes;
  }

  private static void requireIssuer(JsonObject document, Did issuer) {
    String named =
        JsonTree.child(document, "issuer")
            .flatMap(profile -> JsonTree.text(profile, "id"))
            .or(() -> JsonTree.text(document, "issuer"))
            .orElse("");
    if (!named.equals(issuer.value())) {
      throw new IllegalArgumentException("the key is not of the document's issuer");
    }
  }

  private JsonObject options(VerificationMethodId method, Instant created) {
    return JsonTree.object()
        .add("type", Proof.TYPE)
        .add("cryptosuite", suite.name())
        .add("created", Instants.write(created))
        .add("verificationMethod", method.url())
        .add("proofPurpose", Proof.PURPOSE)
        .build();
  }

  private static JsonObject withProof(JsonObject document, JsonObject proof) {
    // An array even of one: Open Badges 3.0 knows nothing else.
    return JsonTree.object(document).add("proof", JsonTree.array().add(proof)).build();
  }

  private static void requireAsMeant(byte[] bytes, JsonObject signed) {
    try {
      if (!StrictJson.parse(bytes, largest(signed)).equals(signed)) {
        throw new IllegalStateException("the bytes read back as another document");
      }
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("no verifier would read the document: " + e.code(), e);
    }
  }

  private static Bounds largest(JsonObject signed) {
    return JsonTree.hasType(signed, "BitstringStatusListCredential")
        ? Bounds.STATUS_LIST
        : Bounds.CREDENTIAL;
  }

  private void requireVerifies(SigningKey key, byte[] input, String value) {
    if (!suite.verifies(key.publicKey(), input, value)) {
      throw new IllegalStateException("the fresh signature does not verify");
    }
  }
}
