package org.mikromerit.verification.status.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.status.StatusCopy;

@ApplicationScoped
class CredentialStatusChangedHandler implements EventHandler<CredentialStatusChangedV1> {
  private final StatusCopy copy;

  CredentialStatusChangedHandler(StatusCopy copy) {
    this.copy = copy;
  }

  @Override
  public Class<CredentialStatusChangedV1> data() {
    return CredentialStatusChangedV1.class;
  }

  @Override
  public void apply(Event<CredentialStatusChangedV1> event) {
    copy.keep(event.data());
  }
}
