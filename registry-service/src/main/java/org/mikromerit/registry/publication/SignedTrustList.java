package org.mikromerit.registry.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;

/**
 * A version of the trust list, as it was signed.
 *
 * @param validUntil after which it must not be relied on as the newest
 * @param method the key that signed
 * @param previous SHA-256 of the version before, in hexadecimal; null for the first
 * @param digest SHA-256 of this one's text, in hexadecimal
 * @param jws the signed text, in JWS compact serialisation
 */
public record SignedTrustList(
    long version,
    Instant issuedAt,
    Instant validUntil,
    VerificationMethodId method,
    @Nullable String previous,
    String digest,
    String jws) {

  /** The media type of what is signed, without {@code application/}. */
  public static final String TYPE = "mikromerit-trust-list+jwt";
}
