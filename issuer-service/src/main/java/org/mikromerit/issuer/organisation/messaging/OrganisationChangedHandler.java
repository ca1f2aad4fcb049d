package org.mikromerit.issuer.organisation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.Event;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.issuer.organisation.LearnOfOrganisation;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.kit.inbox.EventHandler;

/** mm.organisation.v1. */
@ApplicationScoped
class OrganisationChangedHandler implements EventHandler<OrganisationChangedV1> {
  private final LearnOfOrganisation learnOfOrganisation;

  OrganisationChangedHandler(LearnOfOrganisation learnOfOrganisation) {
    this.learnOfOrganisation = learnOfOrganisation;
  }

  @Override
  public Class<OrganisationChangedV1> data() {
    return OrganisationChangedV1.class;
  }

  @Override
  public void apply(Event<OrganisationChangedV1> event) {
    var data = event.data();
    learnOfOrganisation.learn(
        new Organisation(
            data.organisationId(),
            data.name(),
            data.country(),
            GovernanceModel.valueOf(data.governanceModel().name()),
            data.state(),
            data.history().getLast().from(),
            data.history().getLast().reason()));
  }
}
