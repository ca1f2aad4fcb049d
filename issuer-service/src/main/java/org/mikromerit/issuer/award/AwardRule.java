package org.mikromerit.issuer.award;

import java.time.Instant;
import java.util.UUID;

/**
 * "When this pathway of ours completes, award this definition's newest version."
 *
 * @param brokenAward what becomes of an award whose parts no longer stand
 */
public record AwardRule(
    UUID organisation, UUID pathway, UUID definition, BrokenAward brokenAward, Instant updatedAt) {

  /** What becomes of an award whose parts no longer stand. */
  public enum BrokenAward {
    /** It stays valid; verifiers and the pathway's progress say that a part does not stand. */
    FLAG,
    /** It is revoked, for good. */
    REVOKE
  }
}
