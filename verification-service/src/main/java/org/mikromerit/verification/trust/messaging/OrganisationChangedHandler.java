package org.mikromerit.verification.trust.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.trust.TrustChanged;
import org.mikromerit.verification.trust.TrustCopy;

@ApplicationScoped
class OrganisationChangedHandler implements EventHandler<OrganisationChangedV1> {
  private final TrustCopy copy;
  private final jakarta.enterprise.event.Event<TrustChanged> changed;

  OrganisationChangedHandler(TrustCopy copy, jakarta.enterprise.event.Event<TrustChanged> changed) {
    this.copy = copy;
    this.changed = changed;
  }

  @Override
  public Class<OrganisationChangedV1> data() {
    return OrganisationChangedV1.class;
  }

  @Override
  public void apply(Event<OrganisationChangedV1> event) {
    copy.keep(event.data());
    changed.fire(new TrustChanged(event.data().organisationId()));
  }
}
