package org.mikromerit.issuer.right;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.issuingright.IssuingRightState;

/**
 * What a creator permits from when on.
 *
 * @param decidedAt when the creator decided it
 * @param versions that may be issued, in order; empty for all, also those to come
 * @param validFrom when issuing begins
 * @param validUntil when it ends by itself; null for never
 * @param reason the creator's, of withdrawing; public
 */
public record Terms(
    IssuingRightState state,
    Instant decidedAt,
    List<Integer> versions,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable String reason) {

  /** Puts the versions in order. */
  public Terms {
    versions = versions.stream().distinct().sorted().toList();
  }

  /** Terms that begin to hold when they are decided, or later. */
  public static Terms granted(
      Instant decidedAt, List<Integer> versions, Instant validFrom, @Nullable Instant validUntil) {
    return new Terms(IssuingRightState.GRANTED, decidedAt, versions, validFrom, validUntil, null);
  }

  Terms withdrawn(Instant at, String because) {
    return new Terms(IssuingRightState.WITHDRAWN, at, versions, validFrom, validUntil, because);
  }

  public boolean isWithdrawn() {
    return state == IssuingRightState.WITHDRAWN;
  }

  public boolean isExpired(Instant now) {
    return validUntil != null && !now.isBefore(validUntil);
  }

  public boolean hasBegun(Instant now) {
    return !now.isBefore(validFrom);
  }

  boolean cover(int version) {
    return versions.isEmpty() || versions.contains(version);
  }

  /** Whether some version could be issued by both at some time. */
  boolean overlap(Terms other) {
    boolean sameVersion =
        versions.isEmpty()
            || other.versions.isEmpty()
            || versions.stream().anyMatch(other.versions::contains);
    return sameVersion && !isExpired(other.validFrom) && !other.isExpired(validFrom);
  }
}
