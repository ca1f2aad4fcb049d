package org.mikromerit.verification.status;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.verification.status.StatusCopy.HeldVersion;

/**
 * A status list as it was announced, which makes it no list to rely on yet.
 *
 * @param purpose what a set bit means, by its token
 * @param document the signed list, byte for byte
 * @param token the same as a Token Status List; null where there is none
 */
public record PublishedList(
    UUID id,
    UUID organisation,
    String purpose,
    int version,
    String document,
    @Nullable String token,
    Instant issuedAt,
    Instant validUntil) {

  /** The same, at the times that its issuer signed. */
  PublishedList at(Instant begins, Instant ends) {
    return new PublishedList(id, organisation, purpose, version, document, token, begins, ends);
  }

  /**
   * Whether it comes later and says how things stood before; then somebody tells an old list anew.
   */
  boolean isOlderThan(HeldVersion held) {
    return version > held.version() && issuedAt.isBefore(held.issuedAt());
  }
}
