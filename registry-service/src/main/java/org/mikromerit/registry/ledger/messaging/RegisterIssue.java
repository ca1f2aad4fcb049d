package org.mikromerit.registry.ledger.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.events.Event;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.RegisterFact;

/** Of an issue the ledger takes everything but the learner. */
@ApplicationScoped
class RegisterIssue implements EventHandler<CredentialIssuedV1> {
  private final RegisterFact registerFact;

  RegisterIssue(RegisterFact registerFact) {
    this.registerFact = registerFact;
  }

  @Override
  public Class<CredentialIssuedV1> data() {
    return CredentialIssuedV1.class;
  }

  @Override
  public void apply(Event<CredentialIssuedV1> event) {
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event<CredentialIssuedV1>> events) {
    registerFact.register(events.stream().map(event -> fact(event.data())).toList());
  }

  private static CredentialFact fact(CredentialIssuedV1 issued) {
    return new CredentialFact.Issued(
        issued.credentialId(),
        issued.organisationId(),
        issued.keyId(),
        issued.definitionId(),
        issued.definitionVersion(),
        issued.digest(),
        issued.issuedAt());
  }
}
