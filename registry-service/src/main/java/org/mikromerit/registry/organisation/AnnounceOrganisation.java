package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.kit.outbox.Outbox;

/**
 * Tells the other services all that the register knows of an organisation, in the transaction that
 * changed it.
 */
@ApplicationScoped
class AnnounceOrganisation {
  private final Outbox outbox;

  AnnounceOrganisation(Outbox outbox) {
    this.outbox = outbox;
  }

  void announce(Organisation organisation) {
    outbox.announce(event(organisation), organisation.version());
  }

  private static OrganisationChangedV1 event(Organisation organisation) {
    return new OrganisationChangedV1(
        organisation.id(),
        organisation.profile().name(),
        organisation.profile().country(),
        organisation.profile().governanceModel(),
        organisation.state(),
        organisation.did(),
        organisation.history().stream()
            .map(past -> new StateSince(past.state(), past.since(), past.reason()))
            .toList(),
        null);
  }
}
