package org.mikromerit.registry.portfolio.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.portfolio.TakeDelivery;
import org.mikromerit.registry.portfolio.TakeDelivery.Delivery;

/** A document that its issuer sent. */
@ApplicationScoped
class ReceiveDelivery implements EventHandler<DeliveryMadeV1> {
  private final TakeDelivery takeDelivery;

  ReceiveDelivery(TakeDelivery takeDelivery) {
    this.takeDelivery = takeDelivery;
  }

  @Override
  public Class<DeliveryMadeV1> data() {
    return DeliveryMadeV1.class;
  }

  @Override
  public void apply(Event<DeliveryMadeV1> event) {
    DeliveryMadeV1 made = event.data();
    takeDelivery.take(
        new Delivery(
            made.credentialId(),
            made.organisationId(),
            made.learnerRef(),
            made.digest(),
            made.keyId(),
            made.document()));
  }
}
