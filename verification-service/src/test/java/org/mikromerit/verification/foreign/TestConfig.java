package org.mikromerit.verification.foreign;

import java.time.Duration;
import java.util.Set;

/** As in production, but for what a test shortens. */
record TestConfig(boolean enabled, Duration within, int mostAtOnce, int mostAtOnceToOneHost)
    implements ForeignConfig {
  static final TestConfig USUAL = new TestConfig(true, Duration.ofSeconds(30), 16, 4);

  @Override
  public Set<Integer> ports() {
    return Set.of(443);
  }

  @Override
  public Duration verdictWithin() {
    return Duration.ofSeconds(30);
  }

  @Override
  public int mostBytes() {
    return 100_000;
  }

  @Override
  public Duration keep() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration keepFailures() {
    return Duration.ofSeconds(30);
  }

  @Override
  public int mostKept() {
    return 100;
  }

  @Override
  public long mostKeptBytes() {
    return 1_000_000;
  }
}
