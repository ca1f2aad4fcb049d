package org.mikromerit.journeys.bench;

import java.time.Duration;

/**
 * When requests arrive that do not wait for each other: evenly, at a rate. What is slow keeps
 * nobody from arriving, and who arrives then waits longer.
 *
 * @param perSecond above 0
 */
record Arrivals(double perSecond, Duration during) {

  long count() {
    return Math.max(1, Math.round(perSecond * during.toNanos() / 1e9));
  }

  /** Nanoseconds from the beginning to an arrival, the first of which is number 0. */
  long nanos(long number) {
    return Math.round(number * 1e9 / perSecond);
  }
}
