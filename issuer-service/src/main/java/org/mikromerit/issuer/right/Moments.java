package org.mikromerit.issuer.right;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When a decision about a right counts as taken. */
final class Moments {
  private Moments() {}

  /**
   * Now, but after everything that was issued by the right and after its last terms: replicas'
   * clocks differ, and nothing that was issued in time may look late.
   */
  static Instant afterLastIssue(IssuingRights rights, IssuingRight right, Instant now) {
    Instant earliest =
        rights
            .lastIssue(right.id())
            .map(issued -> issued.plus(1, ChronoUnit.MICROS))
            .filter(issued -> issued.isAfter(right.terms().decidedAt()))
            .orElse(right.terms().decidedAt());
    return now.isBefore(earliest) ? earliest : now;
  }
}
