package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.platform.process.ProcessIdentity;
import org.mikromerit.platform.process.Signal;

/**
 * A service's instances are asked to end, one after the other, as for a new version, and have time
 * to finish what they do.
 */
record RestartInOrder(String service) implements Fault {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  static Fault any(Random random) {
    return new RestartInOrder(Fleet.SERVICES.get(random.nextInt(Fleet.SERVICES.size())));
  }

  @Override
  public void strike(Fleet fleet) {
    for (Fleet.Instance instance : Fleet.instances(service)) {
      awaitEnd(instance, fleet);
      fleet.revive(instance);
    }
  }

  private static void awaitEnd(Fleet.Instance instance, Fleet fleet) {
    ProcessIdentity running =
        fleet
            .process(instance)
            .daemon()
            .running()
            .orElseThrow(() -> new Violation(instance + " does not run"))
            .identity();
    fleet.process(instance).daemon().tell(Signal.TERMINATE);
    Instant end = Instant.now().plus(LONGEST);
    while (running.alive()) {
      if (Instant.now().isAfter(end)) {
        throw new Violation(instance + " did not end when it was asked to");
      }
      Fault.last(Duration.ofMillis(100));
    }
  }
}
