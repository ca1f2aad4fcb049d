package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** The broker is gone from one moment to the next. */
public record KillBroker(Duration away) implements Fault {

  static Fault any(Random random) {
    return new KillBroker(Fault.a(random, 5));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.stack().kafka().kill();
    Fault.last(away);
    fleet.startKafka();
  }
}
