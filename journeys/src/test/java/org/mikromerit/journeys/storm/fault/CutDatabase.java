package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** An instance does not reach its database, and does not know what became of what it had asked. */
record CutDatabase(Fleet.Instance instance, Duration time) implements Fault {

  static Fault any(Random random) {
    return new CutDatabase(Fleet.any(random), Fault.a(random, 5));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.toDatabase(instance).cut();
    Fault.last(time);
    fleet.toDatabase(instance).mend();
  }
}
