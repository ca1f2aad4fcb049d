package org.mikromerit.registry.catalogue.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.catalogue.Catalogue;

/** A published definition version is entered in the catalogue. */
@ApplicationScoped
class EnterDefinition implements EventHandler<DefinitionPublishedV1> {
  private final Catalogue catalogue;

  EnterDefinition(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Class<DefinitionPublishedV1> data() {
    return DefinitionPublishedV1.class;
  }

  @Override
  public void apply(Event<DefinitionPublishedV1> event) {
    catalogue.add(event.data());
  }
}
