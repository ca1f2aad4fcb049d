package org.mikromerit.registry.ledger.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.events.Event;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.RegisterFact;

/** What programs composed is in the ledger from when we learned that it was signed. */
@ApplicationScoped
class RegisterSigned implements EventHandler<GivenCredentialSignedV1> {
  private final RegisterFact registerFact;

  RegisterSigned(RegisterFact registerFact) {
    this.registerFact = registerFact;
  }

  @Override
  public Class<GivenCredentialSignedV1> data() {
    return GivenCredentialSignedV1.class;
  }

  @Override
  public void apply(Event<GivenCredentialSignedV1> event) {
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event<GivenCredentialSignedV1>> events) {
    registerFact.register(events.stream().map(event -> fact(event.data())).toList());
  }

  private static CredentialFact fact(GivenCredentialSignedV1 signed) {
    return new CredentialFact.Signed(
        signed.credentialId(),
        signed.organisationId(),
        signed.keyId(),
        signed.digest(),
        signed.signedAt());
  }
}
