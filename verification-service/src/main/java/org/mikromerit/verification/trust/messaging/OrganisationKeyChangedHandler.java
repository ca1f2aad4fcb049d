package org.mikromerit.verification.trust.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.trust.TrustChanged;
import org.mikromerit.verification.trust.TrustCopy;

@ApplicationScoped
class OrganisationKeyChangedHandler implements EventHandler<OrganisationKeyChangedV1> {
  private final TrustCopy copy;
  private final jakarta.enterprise.event.Event<TrustChanged> changed;

  OrganisationKeyChangedHandler(
      TrustCopy copy, jakarta.enterprise.event.Event<TrustChanged> changed) {
    this.copy = copy;
    this.changed = changed;
  }

  @Override
  public Class<OrganisationKeyChangedV1> data() {
    return OrganisationKeyChangedV1.class;
  }

  @Override
  public void apply(Event<OrganisationKeyChangedV1> event) {
    copy.keep(event.data());
    changed.fire(new TrustChanged(event.data().organisationId()));
  }
}
