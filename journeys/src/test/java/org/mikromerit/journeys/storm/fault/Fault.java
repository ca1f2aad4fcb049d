package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** Something that goes wrong, and is mended again. What it prints as, says what it does to whom. */
public interface Fault {

  /**
   * Strikes, lets it last, and mends it; when this returns everything runs again.
   *
   * @throws org.mikromerit.journeys.storm.Violation if something does not come back as it must
   */
  void strike(Fleet fleet);

  /** What this machine lacks for it; it is left out then, and said. */
  default Optional<String> missing() {
    return Optional.empty();
  }

  /** How long something stays away: some seconds. */
  static Duration a(Random random, int seconds) {
    return Duration.ofMillis(500 + random.nextInt(seconds * 1_000));
  }

  static void last(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
