package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** An instance's database is far away. */
record SlowDatabase(Fleet.Instance instance, Duration delay, Duration time) implements Fault {

  static Fault any(Random random) {
    return new SlowDatabase(
        Fleet.any(random), Duration.ofMillis(10 + random.nextInt(190)), Fault.a(random, 8));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.toDatabase(instance).slow(delay);
    Fault.last(time);
    fleet.toDatabase(instance).mend();
  }
}
