package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** All databases are gone from one moment to the next, and recover from what they had written. */
record KillDatabase(Duration away) implements Fault {

  static Fault any(Random random) {
    return new KillDatabase(Fault.a(random, 3));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.stack().postgres().kill();
    Fault.last(away);
    fleet.startPostgres();
  }
}
