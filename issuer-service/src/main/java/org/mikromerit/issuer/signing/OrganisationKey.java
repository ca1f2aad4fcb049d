package org.mikromerit.issuer.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

/**
 * The public side of an organisation's key.
 *
 * @param verificationMethod as proofs name it
 * @param validUntil when it was replaced; null while it signs
 * @param revokedAt from when on it proves nothing; null if it was never compromised
 */
public record OrganisationKey(
    UUID id,
    UUID organisation,
    String verificationMethod,
    String publicKeyMultibase,
    KeyAlgorithm algorithm,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant revokedAt) {

  /** Whether it signs, and was neither replaced nor compromised. */
  boolean isInUse() {
    return validUntil == null && revokedAt == null;
  }

  KeyType type() {
    return type(algorithm);
  }

  /** What signs by an algorithm that is announced. */
  public static KeyType type(KeyAlgorithm algorithm) {
    return switch (algorithm) {
      case ED25519 -> KeyType.ED25519;
      case P256 -> KeyType.P256;
      case P384 -> KeyType.P384;
    };
  }
}
