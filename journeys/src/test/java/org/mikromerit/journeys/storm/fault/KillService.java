package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.platform.service.ServiceProcess;

/** A process is gone from one moment to the next. */
record KillService(Fleet.Instance instance, Duration away) implements Fault {

  static Fault any(Random random) {
    return new KillService(Fleet.any(random), Fault.a(random, 3));
  }

  @Override
  public void strike(Fleet fleet) {
    ServiceProcess process = fleet.process(instance);
    process.kill();
    Fault.last(away);
    fleet.revive(instance);
  }
}
