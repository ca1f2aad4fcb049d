package org.mikromerit.issuer.organisation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.Event;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.issuer.organisation.LearnOfOrganisation;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.kit.inbox.EventHandler;

/** mm.organisation.v1. */
@ApplicationScoped
class OrganisationChangedHandler implements EventHandler<OrganisationChangedV1> {
  private final Organisations organisations;
  private final LearnOfOrganisation learnOfOrganisation;

  OrganisationChangedHandler(Organisations organisations, LearnOfOrganisation learnOfOrganisation) {
    this.organisations = organisations;
    this.learnOfOrganisation = learnOfOrganisation;
  }

  @Override
  public Class<OrganisationChangedV1> data() {
    return OrganisationChangedV1.class;
  }

  @Override
  public void apply(Event<OrganisationChangedV1> event) {
    learnOfOrganisation.learn(organisation(event.data()));
  }

  @Override
  public void copy(Event<OrganisationChangedV1> event) {
    organisations.put(organisation(event.data()));
  }

  private static Organisation organisation(OrganisationChangedV1 data) {
    return new Organisation(
        data.organisationId(),
        data.name(),
        data.country(),
        GovernanceModel.valueOf(data.governanceModel().name()),
        data.state(),
        data.history().getLast().from(),
        data.history().getLast().reason());
  }
}
