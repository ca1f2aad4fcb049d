package org.mikromerit.issuer.signing;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.status.StatusListToken;

/** Signs in an organisation's name. The private key cannot be had from it. */
public final class Signer {
  private static final SdJwtIssuer SD_JWTS = new SdJwtIssuer(new SecureRandom());

  private final OrganisationKey key;
  private final VerificationMethodId method;
  private final SigningKey privateKey;
  private final DocumentSigner documents;

  Signer(OrganisationKey key, SigningKey privateKey, DocumentSigner documents) {
    this(
        key,
        VerificationMethodId.parse(key.verificationMethod()).orElseThrow(),
        privateKey,
        documents);
  }

  private Signer(
      OrganisationKey key,
      VerificationMethodId method,
      SigningKey privateKey,
      DocumentSigner documents) {
    this.key = key;
    this.method = method;
    this.privateKey = privateKey;
    this.documents = documents;
  }

  /** The same key in no organisation's name but its own (did:key). */
  public Signer inItsOwnName() {
    return new Signer(
        key, DidKey.verificationMethod(privateKey.publicKey()), privateKey, documents);
  }

  public OrganisationKey key() {
    return key;
  }

  /** In whose name it signs. */
  public Did did() {
    return method.did();
  }

  /** The list as a signed token. */
  public String sign(StatusListToken list) {
    return list.sign(privateKey, method);
  }

  /**
   * The document with its proof, in the bytes that are stored and given out; the signature was
   * verified against them.
   *
   * @throws IllegalStateException if a part of the document would not be covered by the signature,
   *     which for documents that this service composes is its own fault
   */
  public byte[] sign(JsonObject document, Instant created) {
    try {
      return signGiven(document, documents, created);
    } catch (NotCovered e) {
      throw new IllegalStateException("A composed document cannot be signed", e);
    }
  }

  /**
   * The document as SD-JWT with all its disclosures, bound to no key: its holder can show it to
   * others without what they keep back. Empty where that would be larger than any verifier reads,
   * so that it can be shown whole alone.
   */
  public Optional<SdJwt> signDisclosable(JsonObject document, Instant issuedAt) {
    return signDisclosable(document, privateKey, method, issuedAt);
  }

  /** The same by any key, as a trial. */
  public static Optional<SdJwt> signDisclosable(
      JsonObject document, SigningKey privateKey, VerificationMethodId method, Instant issuedAt) {
    try {
      return Optional.of(
          SD_JWTS.issue(
              document, HolderChoice.standard(), Optional.empty(), privateKey, method, issuedAt));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The document with its proof, where it came from elsewhere.
   *
   * @param by the way of signing that was asked for
   * @throws NotCovered if a part of the document would not be covered by the signature
   */
  public byte[] signGiven(JsonObject document, DocumentSigner by, Instant created)
      throws NotCovered {
    return by.sign(document, privateKey, method, created);
  }
}
