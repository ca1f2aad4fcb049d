package org.mikromerit.registry.portfolio.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.events.Event;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.registry.portfolio.TakeDelivery;
import org.mikromerit.registry.portfolio.TakeDelivery.Delivery;

/** Documents that their issuers sent. */
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
    applyAll(List.of(event));
  }

  @Override
  public void applyAll(List<Event<DeliveryMadeV1>> events) {
    takeDelivery.take(events.stream().map(event -> delivery(event.data())).toList());
  }

  private static Delivery delivery(DeliveryMadeV1 made) {
    return new Delivery(
        made.credentialId(),
        made.organisationId(),
        made.learnerRef(),
        made.digest(),
        made.keyId(),
        made.document(),
        made.sdJwt());
  }
}
