package org.mikromerit.credential.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * How long those wait who ask at random, computed from the processor time that each answer took: on
 * a machine that others use, a clock would tell of them.
 */
final class Waiting {

  private static final double LOAD = 0.6;
  private static final int ASKED = 200_000;

  private final long[] nanos;
  private final int processors;

  /** With answers that took so long, on so many processors that do nothing else. */
  Waiting(long[] nanos, int processors) {
    this.nanos = nanos.clone();
    this.processors = processors;
  }

  /** The 99th percentile by the median, of waiting and answer together, at 60 % load. */
  double tail() {
    Random random = new Random(20261122);
    double between = Arrays.stream(nanos).average().orElseThrow() / processors / LOAD;
    double[] free = new double[processors];
    double[] taken = new double[ASKED];
    double now = 0;
    for (int i = 0; i < ASKED; i++) {
      now -= between * Math.log(1 - random.nextDouble());
      Arrays.sort(free);
      free[0] = Math.max(now, free[0]) + nanos[i % nanos.length];
      taken[i] = free[0] - now;
    }
    Arrays.sort(taken);
    return taken[ASKED * 99 / 100] / taken[ASKED / 2];
  }
}
