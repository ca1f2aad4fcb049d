package org.mikromerit.issuer.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;

/**
 * A creator takes a right back, for good. What was issued by it stays valid; nothing is issued by
 * it from then on.
 */
@ApplicationScoped
public class WithdrawRight {
  private final IssuingRights rights;
  private final AnnounceRight announceRight;
  private final Audit audit;
  private final InstantSource clock;

  WithdrawRight(
      IssuingRights rights, AnnounceRight announceRight, Audit audit, InstantSource clock) {
    this.rights = rights;
    this.announceRight = announceRight;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is withdrawn. */
  public record Withdrawn(IssuingRight right) implements Outcome {}

  /** The creator granted no such right to the definition. */
  public record NoSuchRight() implements Outcome {}

  /** It had ended before, and keeps the reason that was given then. */
  public record AlreadyOver(Instant since) implements Outcome {}

  /**
   * Withdraws the right. Whoever issues by it just now is waited for.
   *
   * @param reason public: the holder, verifiers and the register are told
   */
  @Transactional
  public Outcome withdraw(UUID creator, UUID definition, UUID rightId, String reason) {
    Optional<IssuingRight> found = rights.lock(creator, definition, rightId);
    if (found.isEmpty()) {
      return new NoSuchRight();
    }
    IssuingRight right = found.get();
    Instant now = clock.instant();
    return right.isOver(now)
        ? new AlreadyOver(right.overSince())
        : withdraw(right, Moments.afterLastIssue(rights, right, now), reason);
  }

  private Withdrawn withdraw(IssuingRight right, Instant at, String reason) {
    IssuingRight withdrawn = right.under(right.terms().withdrawn(at, reason));
    rights.change(withdrawn);
    announceRight.announce(withdrawn);
    audit.record(
        "issuing-right.withdrawn",
        "issuing-right",
        right.id(),
        Map.of("definition", right.definition(), "holder", right.holder(), "reason", reason));
    return new Withdrawn(withdrawn);
  }
}
