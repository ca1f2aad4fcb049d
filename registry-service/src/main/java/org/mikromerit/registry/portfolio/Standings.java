package org.mikromerit.registry.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.Ledger;
import org.mikromerit.registry.portfolio.Standing.State;

/** Tells how credentials stand, from the ledger. */
@ApplicationScoped
class Standings {
  private final Ledger ledger;

  Standings(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The standing of each of the credentials. */
  Map<UUID, Standing> of(Collection<UUID> credentials) {
    Map<UUID, Standing> standings = new HashMap<>();
    credentials.forEach(id -> standings.put(id, Standing.UNDECIDED));
    for (CredentialFact fact : ledger.about(credentials)) {
      standings.merge(fact.credential(), standing(fact), Standings::stronger);
    }
    return standings;
  }

  private static Standing standing(CredentialFact fact) {
    return switch (fact) {
      case CredentialFact.Issued _ -> new Standing(State.STANDING, null, null, null);
      case CredentialFact.Revoked revoked ->
          new Standing(State.REVOKED, revoked.reason(), revoked.occurredAt(), null);
    };
  }

  /** A revocation counts, whichever of the facts was registered first. */
  private static Standing stronger(Standing known, Standing told) {
    return known.state() == State.REVOKED ? known : told;
  }
}
