package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** Nobody reaches an instance, and whoever waits for it is cut off. */
record CutClients(Fleet.Instance instance, Duration time) implements Fault {

  static Fault any(Random random) {
    return new CutClients(Fleet.any(random), Fault.a(random, 4));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.toClients(instance).cut();
    Fault.last(time);
    fleet.toClients(instance).mend();
  }
}
