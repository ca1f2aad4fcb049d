package org.mikromerit.verification.trust.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.trust.TrustCopy;

@ApplicationScoped
class IssuingRightChangedHandler implements EventHandler<IssuingRightChangedV1> {
  private final TrustCopy copy;

  IssuingRightChangedHandler(TrustCopy copy) {
    this.copy = copy;
  }

  @Override
  public Class<IssuingRightChangedV1> data() {
    return IssuingRightChangedV1.class;
  }

  @Override
  public void apply(Event<IssuingRightChangedV1> event) {
    copy.keep(event.data());
  }
}
