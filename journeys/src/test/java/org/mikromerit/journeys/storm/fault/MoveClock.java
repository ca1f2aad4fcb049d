package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.platform.service.ServiceProcess;

/**
 * An instance's clock is wrong, beside another's that is right.
 *
 * @param offset negative if it is slow
 */
record MoveClock(Fleet.Instance instance, Duration offset, Duration time) implements Fault {
  private static final int AN_HOUR = 3_600;

  static Fault any(Random random) {
    Fleet.Instance instance = Fleet.any(random);
    // An issuer that is slow may find itself before the day on which it was authorised.
    int slowest = instance.service().equals("issuer") ? 0 : AN_HOUR;
    return new MoveClock(
        instance,
        Duration.ofSeconds(random.nextInt(slowest + AN_HOUR) - slowest),
        Fault.a(random, 5));
  }

  @Override
  public void strike(Fleet fleet) {
    ServiceProcess process = fleet.process(instance);
    process.stop();
    fleet.revive(
        instance,
        Map.of(
            "MIKROMERIT_CLOCK_OFFSET",
            offset.toString(),
            "MIKROMERIT_FAULT_POINTS_ALLOWED",
            "true"));
    Fault.last(time);
    process.stop();
    fleet.revive(instance);
  }
}
