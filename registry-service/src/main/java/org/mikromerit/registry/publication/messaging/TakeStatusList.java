package org.mikromerit.registry.publication.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.publication.StatusList;
import org.mikromerit.registry.publication.StatusLists;

/** A status list that the issuer signed anew. */
@ApplicationScoped
class TakeStatusList implements EventHandler<StatusListPublishedV1> {
  private final StatusLists lists;

  TakeStatusList(StatusLists lists) {
    this.lists = lists;
  }

  @Override
  public Class<StatusListPublishedV1> data() {
    return StatusListPublishedV1.class;
  }

  @Override
  public void apply(Event<StatusListPublishedV1> event) {
    StatusListPublishedV1 signed = event.data();
    lists.put(
        new StatusList(
            signed.listId(),
            signed.organisationId(),
            signed.purpose().code(),
            signed.version(),
            signed.credential(),
            signed.issuedAt(),
            signed.validUntil(),
            signed.token()));
  }
}
