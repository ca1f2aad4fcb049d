package org.mikromerit.issuer.award;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mikromerit.kit.identity.Ids;

/**
 * A pathway that a learner completed, for which its owner awards a credential.
 *
 * @param organisation the pathway's owner
 * @param learner a pseudonym, or the registry's id once it knows whose pseudonyms these are
 * @param attempt from 1
 * @param parts the credentials that completed it
 */
public record Award(
    UUID stack,
    UUID organisation,
    UUID pathway,
    int pathwayVersion,
    String learner,
    int attempt,
    List<UUID> parts,
    Instant completedAt) {

  /** The id of the award's credential: the same however often the completion is told. */
  public UUID credentialId() {
    return Ids.named(
        "award",
        pathway.toString(),
        Integer.toString(pathwayVersion),
        learner,
        Integer.toString(attempt));
  }

  /** What has become of an award. */
  public enum State {
    /**
     * It cannot be issued yet, for want of a rule, a published definition or the right to issue.
     */
    WAITING,
    ISSUED,
    /** A part does not stand, or is not the learner's. */
    REFUSED,
    /** A part was withdrawn before the award was issued. */
    BROKEN,
    /** It was issued, then broken, and revoked by the organisation's rule. */
    REVOKED
  }

  /** Why an award was refused; the codes are kept with it. */
  public enum Reason {
    PART_UNKNOWN("part-unknown"),
    PART_REVOKED("part-revoked"),
    PART_OF_ANOTHER_LEARNER("part-of-another-learner"),
    /** A certificate of attendance never counts towards anything (CERT-2). */
    PART_DOES_NOT_STACK("part-does-not-stack");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
