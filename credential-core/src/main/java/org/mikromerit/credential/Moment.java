package org.mikromerit.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * Of when a verdict speaks, and when it is given. A verdict on the past says how things were then,
 * by what is known now.
 *
 * @param asOf not after {@code checkedAt}
 */
public record Moment(Instant asOf, Instant checkedAt) {

  /** How far the clocks of those who sign may be ahead of ours. */
  public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  /** Checks the order: nobody knows the future. */
  public Moment {
    if (asOf.isAfter(checkedAt)) {
      throw new IllegalArgumentException("nothing is known of the future");
    }
  }

  public static Moment now(Instant now) {
    return new Moment(now, now);
  }

  public boolean isPast() {
    return asOf.isBefore(checkedAt);
  }
}
