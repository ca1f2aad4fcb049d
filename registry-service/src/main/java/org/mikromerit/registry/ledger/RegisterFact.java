package org.mikromerit.registry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

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
   * Enters the facts, each once.
   *
   * @throws IllegalStateException if the ledger holds another fact of one's kind about its
   *     credential, for which there is no honest explanation
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void register(List<CredentialFact> facts) {
    if (!facts.isEmpty() && !ledger.append(facts, clock.instant()).equals(facts)) {
      throw new IllegalStateException("The ledger holds another such fact about a credential");
    }
  }
}
