package org.mikromerit.verification.trust.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.trust.TrustCopy;

@ApplicationScoped
class DefinitionPublishedHandler implements EventHandler<DefinitionPublishedV1> {
  private final TrustCopy copy;

  DefinitionPublishedHandler(TrustCopy copy) {
    this.copy = copy;
  }

  @Override
  public Class<DefinitionPublishedV1> data() {
    return DefinitionPublishedV1.class;
  }

  @Override
  public void apply(Event<DefinitionPublishedV1> event) {
    copy.keep(event.data());
  }
}
