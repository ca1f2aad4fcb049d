package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.util.Random;
import org.mikromerit.journeys.storm.Fleet;

/** Nobody is given a token for a while; those that were given hold. */
record KillIdentityProvider(Duration away) implements Fault {

  static Fault any(Random random) {
    return new KillIdentityProvider(Fault.a(random, 5));
  }

  @Override
  public void strike(Fleet fleet) {
    fleet.stack().keycloak().kill();
    Fault.last(away);
    fleet.startKeycloak();
  }
}
