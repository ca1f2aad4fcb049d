package org.mikromerit.registry.learner.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.delivery.DeliveryClaimedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.learner.LinkClaim;

/** A claim code that a learner handed in at the issuer. */
@ApplicationScoped
class TakeClaim implements EventHandler<DeliveryClaimedV1> {
  private final LinkClaim linkClaim;

  TakeClaim(LinkClaim linkClaim) {
    this.linkClaim = linkClaim;
  }

  @Override
  public Class<DeliveryClaimedV1> data() {
    return DeliveryClaimedV1.class;
  }

  @Override
  public void apply(Event<DeliveryClaimedV1> event) {
    linkClaim.link(event.data().learnerRef(), event.data().accountRef());
  }
}
