package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.platform.process.Signal;

/** The broker stands still, with all its connections open. */
record FreezeBroker(Duration asleep) implements Fault {

  static Fault any(Random random) {
    return new FreezeBroker(Fault.a(random, 20));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.stack().kafka().daemon().tell(Signal.FREEZE);
    Fault.last(asleep);
    fleet.stack().kafka().daemon().tell(Signal.THAW);
  }
}
