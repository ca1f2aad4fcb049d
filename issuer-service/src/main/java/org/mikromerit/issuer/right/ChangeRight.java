package org.mikromerit.issuer.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Definition;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.issuer.right.GrantRight.Refused;
import org.mikromerit.kit.audit.Audit;

/**
 * A creator gives a right other terms: what was issued under the old ones stays as it is, and the
 * new ones hold for what is issued from now on.
 */
@ApplicationScoped
public class ChangeRight {
  /** Every announcement of the right carries them all. */
  private static final int MOST_TERMS = 100;

  private final Definitions definitions;
  private final IssuingRights rights;
  private final AnnounceRight announceRight;
  private final Audit audit;
  private final InstantSource clock;

  ChangeRight(
      Definitions definitions,
      IssuingRights rights,
      AnnounceRight announceRight,
      Audit audit,
      InstantSource clock) {
    this.definitions = definitions;
    this.rights = rights;
    this.announceRight = announceRight;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The terms that are wanted, whole.
   *
   * @param versions empty for all
   * @param validFrom null for as it was
   * @param validUntil null for never
   */
  public record Wanted(
      List<Integer> versions, @Nullable Instant validFrom, @Nullable Instant validUntil) {}

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It has these terms now. */
  public record Changed(IssuingRight right) implements Outcome {}

  /** The creator granted no such right to the definition. */
  public record NoSuchRight() implements Outcome {}

  /** It ended, and stays ended; another can be granted. */
  public record Over(Instant since) implements Outcome {}

  /** It was changed more often than can be told of. */
  public record ChangedTooOften() implements Outcome {}

  /** Such terms could not have been granted either. */
  public record Unsuitable(Refused refused) implements Outcome {}

  /** Puts the right under other terms. */
  @Transactional
  public Outcome change(UUID creator, UUID definitionId, UUID rightId, Wanted wanted) {
    Optional<Definition> definition = definitions.lock(creator, definitionId);
    Optional<IssuingRight> found = rights.lock(creator, definitionId, rightId);
    if (definition.isEmpty() || found.isEmpty()) {
      return new NoSuchRight();
    }
    IssuingRight right = found.get();
    Instant now = clock.instant();
    if (right.isOver(now)) {
      return new Over(right.overSince());
    }
    if (right.sequence() >= MOST_TERMS) {
      return new ChangedTooOften();
    }
    Instant was = right.terms().validFrom();
    Instant from = wanted.validFrom() == null ? was : wanted.validFrom();
    if (!from.equals(was) && (right.terms().hasBegun(now) || from.isBefore(now))) {
      return new Unsuitable(
          new Refused.UnusableDates(
              "/validFrom",
              "What has begun keeps its beginning, and what has not begins now or later."));
    }
    Terms terms =
        Terms.granted(
            Moments.afterLastIssue(rights, right, now),
            wanted.versions(),
            from,
            wanted.validUntil());
    return TermsRules.flaw(terms, definition.get().newestVersion())
        .or(() -> overlap(terms, right, now))
        .<Outcome>map(Unsuitable::new)
        .orElseGet(() -> change(right.under(terms)));
  }

  private Optional<Refused> overlap(Terms terms, IssuingRight right, Instant now) {
    List<IssuingRight> others =
        rights.everGranted(right.holder(), right.definition()).stream()
            .filter(other -> !other.id().equals(right.id()))
            .toList();
    return TermsRules.overlapping(terms, others, now)
        .map(other -> new Refused.Overlapping(other.id()));
  }

  private Changed change(IssuingRight right) {
    rights.change(right);
    announceRight.announce(right);
    audit.record(
        "issuing-right.changed",
        "issuing-right",
        right.id(),
        Map.of("definition", right.definition(), "holder", right.holder()));
    return new Changed(right);
  }
}
