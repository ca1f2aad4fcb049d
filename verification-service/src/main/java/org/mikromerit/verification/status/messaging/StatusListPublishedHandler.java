package org.mikromerit.verification.status.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.status.KeepStatusList;
import org.mikromerit.verification.status.PublishedList;

@ApplicationScoped
class StatusListPublishedHandler implements EventHandler<StatusListPublishedV1> {
  private final KeepStatusList keepStatusList;

  StatusListPublishedHandler(KeepStatusList keepStatusList) {
    this.keepStatusList = keepStatusList;
  }

  @Override
  public Class<StatusListPublishedV1> data() {
    return StatusListPublishedV1.class;
  }

  @Override
  public void apply(Event<StatusListPublishedV1> event) {
    StatusListPublishedV1 list = event.data();
    keepStatusList.keep(
        new PublishedList(
            list.listId(),
            list.organisationId(),
            list.purpose().code(),
            list.version(),
            list.credential(),
            list.token(),
            list.issuedAt(),
            list.validUntil()));
  }
}
