package org.mikromerit.verification.foreign;

import java.time.Duration;

/**
 * What whoever wants verdicts wants of others: whether an issuer that nobody here knows is asked,
 * and how long all calls together are waited for, for however many verdicts.
 */
public final class Asking {
  private final boolean unknownIssuers;
  private final long longest;
  private long waited;

  Asking(boolean unknownIssuers, Duration longest) {
    this.unknownIssuers = unknownIssuers;
    this.longest = longest.toNanos();
  }

  boolean unknownIssuers() {
    return unknownIssuers;
  }

  synchronized boolean isOver() {
    return waited >= longest;
  }

  synchronized void waited(long nanos) {
    waited += nanos;
  }
}
