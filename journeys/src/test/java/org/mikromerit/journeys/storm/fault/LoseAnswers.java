package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** What is asked of an instance is done, and nobody hears of it. */
record LoseAnswers(Fleet.Instance instance, Duration time) implements Fault {

  static Fault any(Random random) {
    return new LoseAnswers(Fleet.any(random), Fault.a(random, 4));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.toClients(instance).loseAnswers();
    Fault.last(time);
    fleet.toClients(instance).mend();
  }
}
