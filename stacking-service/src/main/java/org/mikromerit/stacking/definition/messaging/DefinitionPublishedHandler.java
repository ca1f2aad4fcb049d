package org.mikromerit.stacking.definition.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.stacking.definition.Definitions;

@ApplicationScoped
class DefinitionPublishedHandler implements EventHandler<DefinitionPublishedV1> {
  private final Definitions definitions;

  DefinitionPublishedHandler(Definitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public Class<DefinitionPublishedV1> data() {
    return DefinitionPublishedV1.class;
  }

  @Override
  public void apply(Event<DefinitionPublishedV1> event) {
    definitions.keep(event.data());
  }
}
