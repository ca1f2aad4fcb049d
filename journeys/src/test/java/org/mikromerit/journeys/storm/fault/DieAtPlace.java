package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.platform.service.ServiceProcess;

/**
 * A process comes to one of the places where a death is worst, and dies there. One that is never
 * passed kills nobody.
 *
 * @param place as {@code name:pass}
 */
record DieAtPlace(Fleet.Instance instance, String place) implements Fault {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static Fault any(Random random) {
    int pass = 1 + random.nextInt(20);
    int replica = 1 + random.nextInt(2);
    return random.nextBoolean()
        ? new DieAtPlace(
            new Fleet.Instance("issuer", replica),
            pick(List.of("after-signature", "after-row", "after-ack", "after-commit"), random)
                + ":"
                + pass)
        : new DieAtPlace(
            new Fleet.Instance(pick(List.of("registry", "stacking"), random), replica),
            "before-offset:" + pass);
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  @Override
  public void strike(Fleet fleet) {
    ServiceProcess process = fleet.process(instance);
    process.stop();
    ServiceProcess doomed =
        process.with(
            Map.of("MIKROMERIT_FAULT_POINT", place, "MIKROMERIT_FAULT_POINTS_ALLOWED", "true"));
    doomed.launch();
    Instant end = Instant.now().plus(PATIENCE);
    while (doomed.daemon().running().isPresent() && Instant.now().isBefore(end)) {
      Fault.last(Duration.ofMillis(100));
    }
    fleet.revive(instance);
  }
}
