package org.mikromerit.registry.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.registry.bundle.TrustBundle.Told;
import org.mikromerit.registry.bundle.TrustBundles;
import org.mikromerit.registry.bundle.TrustBundles.AsTold;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.Ledger;
import org.mikromerit.registry.ledger.Suspensions;
import org.mikromerit.registry.ledger.Suspensions.Suspension;
import org.mikromerit.registry.portfolio.Standing.State;

/** Tells how credentials stand: by our own ledger, else by what a registry that we trust said. */
@ApplicationScoped
class Standings {
  private final Ledger ledger;
  private final Suspensions suspensions;
  private final TrustBundles bundles;

  Standings(Ledger ledger, Suspensions suspensions, TrustBundles bundles) {
    this.ledger = ledger;
    this.suspensions = suspensions;
    this.bundles = bundles;
  }

  /** The standing of each of the credentials. */
  Map<UUID, Standing> of(Collection<UUID> credentials) {
    Map<UUID, Standing> standings = new HashMap<>();
    for (CredentialFact fact : ledger.about(credentials)) {
      standings.merge(fact.credential(), standing(fact), Standings::stronger);
    }
    for (Suspension suspension : suspensions.among(credentials)) {
      standings.merge(suspension.credential(), standing(suspension), Standings::stronger);
    }
    bundles
        .statuses(credentials)
        .forEach((credential, told) -> standings.putIfAbsent(credential, standing(told)));
    credentials.forEach(credential -> standings.putIfAbsent(credential, Standing.UNDECIDED));
    return standings;
  }

  private static Standing standing(CredentialFact fact) {
    return switch (fact) {
      case CredentialFact.Issued _ -> new Standing(State.STANDING, null, null, null);
      // What became of it only its status list tells.
      case CredentialFact.Signed _ -> Standing.UNDECIDED;
      case CredentialFact.Revoked revoked ->
          new Standing(State.REVOKED, revoked.reason(), revoked.occurredAt(), null);
    };
  }

  private static Standing standing(Suspension suspension) {
    return new Standing(State.SUSPENDED, suspension.reason(), suspension.since(), null);
  }

  private static Standing standing(AsTold as) {
    Told told = as.told();
    return switch (told.status()) {
      case VALID -> new Standing(State.STANDING, null, null, as.asOf());
      case SUSPENDED -> new Standing(State.SUSPENDED, told.reason(), told.since(), as.asOf());
      case REVOKED -> new Standing(State.REVOKED, told.reason(), told.since(), as.asOf());
    };
  }

  /** A revocation counts most, whichever of the facts was registered first. */
  private static Standing stronger(Standing known, Standing told) {
    return known.state() == State.REVOKED ? known : told;
  }
}
