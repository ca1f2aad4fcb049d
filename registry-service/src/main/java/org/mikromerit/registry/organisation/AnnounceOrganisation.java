package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.kit.outbox.Outbox;

/**
 * Tells the other services, and the other features here, all that the register knows of an
 * organisation, in the transaction that changed it.
 */
@ApplicationScoped
class AnnounceOrganisation {
  private final Outbox outbox;
  private final Accreditations accreditations;
  private final Event<OrganisationChanged> within;

  AnnounceOrganisation(
      Outbox outbox, Accreditations accreditations, Event<OrganisationChanged> within) {
    this.outbox = outbox;
    this.accreditations = accreditations;
    this.within = within;
  }

  void announce(Organisation organisation) {
    outbox.announce(event(organisation), organisation.version());
    within.fire(new OrganisationChanged(organisation));
  }

  OrganisationChangedV1 event(Organisation organisation) {
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
        accreditations.of(List.of(organisation.id())).stream()
            .map(AnnounceOrganisation::told)
            .toList());
  }

  private static OrganisationChangedV1.Accreditation told(Accreditation accreditation) {
    Accreditation.Terms terms = accreditation.terms();
    return new OrganisationChangedV1.Accreditation(
        accreditation.id(),
        terms.scheme(),
        terms.body(),
        terms.scope(),
        terms.validFrom(),
        terms.validUntil(),
        Optional.ofNullable(accreditation.withdrawal())
            .map(Accreditation.Withdrawal::at)
            .orElse(null));
  }
}
