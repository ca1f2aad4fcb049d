package org.mikromerit.registry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** What an issuer announced is entered in the ledger, under the time at which we learned of it. */
@ApplicationScoped
public class RegisterFact {
  private final Ledger ledger;
  private final InstantSource clock;

  RegisterFact(Ledger ledger, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Enters the fact, once.
   *
   * @throws IllegalStateException if the ledger holds another fact of this kind about the
   *     credential, for which there is no honest explanation
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void register(CredentialFact fact) {
    CredentialFact held = ledger.append(fact, clock.instant());
    if (!held.equals(fact)) {
      throw new IllegalStateException("The ledger holds another such fact about this credential");
    }
  }
}
