package org.mikromerit.registry.issuingright.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.issuingright.IssuingRights;

/** A right that a creator granted, changed or withdrew. */
@ApplicationScoped
class TakeIssuingRight implements EventHandler<IssuingRightChangedV1> {
  private final IssuingRights rights;

  TakeIssuingRight(IssuingRights rights) {
    this.rights = rights;
  }

  @Override
  public Class<IssuingRightChangedV1> data() {
    return IssuingRightChangedV1.class;
  }

  @Override
  public void apply(Event<IssuingRightChangedV1> event) {
    rights.put(event.data());
  }
}
