package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.service.ServiceProcess;

/** A process stands still for longer than its lease, and wakes believing that nothing happened. */
record FreezeService(Fleet.Instance instance, Duration asleep) implements Fault {

  static Fault any(Random random) {
    return new FreezeService(Fleet.any(random), Fault.a(random, 20));
  }

  @Override
  public void strike(Fleet fleet) {
    ServiceProcess process = fleet.process(instance);
    process.daemon().tell(Signal.FREEZE);
    Fault.last(asleep);
    process.daemon().tell(Signal.THAW);
    fleet.revive(instance);
  }
}
