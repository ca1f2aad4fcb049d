package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.platform.process.ProcessIdentity;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.service.ServiceProcess;

/** An instance is asked to end, as for a new version, and has time to finish what it does. */
record RestartInOrder(Fleet.Instance instance) implements Fault {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  static Fault any(Random random) {
    return new RestartInOrder(Fleet.any(random));
  }

  @Override
  public void strike(Fleet fleet) {
    ServiceProcess process = fleet.process(instance);
    ProcessIdentity running =
        process
            .daemon()
            .running()
            .orElseThrow(() -> new Violation(instance + " does not run"))
            .identity();
    process.daemon().tell(Signal.TERMINATE);
    Instant end = Instant.now().plus(LONGEST);
    while (running.alive()) {
      if (Instant.now().isAfter(end)) {
        throw new Violation(instance + " did not end when it was asked to");
      }
      Fault.last(Duration.ofMillis(100));
    }
    process.launch();
    process.await();
  }
}
