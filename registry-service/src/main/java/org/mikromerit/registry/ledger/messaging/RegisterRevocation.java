package org.mikromerit.registry.ledger.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.RevocationReason;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.RegisterFact;

/** Of a credential's statuses the ledger takes the one that is final. */
@ApplicationScoped
class RegisterRevocation implements EventHandler<CredentialStatusChangedV1> {
  private final RegisterFact registerFact;

  RegisterRevocation(RegisterFact registerFact) {
    this.registerFact = registerFact;
  }

  @Override
  public Class<CredentialStatusChangedV1> data() {
    return CredentialStatusChangedV1.class;
  }

  @Override
  public void apply(Event<CredentialStatusChangedV1> event) {
    CredentialStatusChangedV1 changed = event.data();
    RevocationReason reason = changed.reason();
    // The contract gives a reason exactly where the credential is revoked.
    if (reason != null) {
      registerFact.register(
          new CredentialFact.Revoked(
              changed.credentialId(), changed.organisationId(), reason.code(), changed.since()));
    }
  }
}
