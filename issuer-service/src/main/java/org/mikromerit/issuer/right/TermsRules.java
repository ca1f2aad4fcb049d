package org.mikromerit.issuer.right;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mikromerit.issuer.right.GrantRight.Refused;

/** What the terms of a right must be, whether it is granted or changed. */
final class TermsRules {
  private TermsRules() {}

  /** What is wrong with the terms by themselves. */
  static Optional<Refused> flaw(Terms terms, int newestVersion) {
    if (terms.versions().stream().anyMatch(each -> each < 1 || each > newestVersion)) {
      return Optional.of(new Refused.NoSuchVersion());
    }
    Instant end = terms.validUntil();
    if (end != null && (!end.isAfter(terms.validFrom()) || !end.isAfter(terms.decidedAt()))) {
      return Optional.of(
          new Refused.UnusableDates(
              "/validUntil", "A right ends after it begins, and not in the past."));
    }
    return Optional.empty();
  }

  /** Another right that still permits some of the same. */
  static Optional<IssuingRight> overlapping(Terms terms, List<IssuingRight> others, Instant now) {
    return others.stream()
        .filter(other -> !other.isOver(now))
        .filter(other -> other.terms().overlap(terms))
        .findFirst();
  }
}
