package org.mikromerit.issuer.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

/** The registry says how an organisation stands; one that is authorised is made ready to issue. */
@ApplicationScoped
public class LearnOfOrganisation {
  private final Organisations organisations;
  private final Event<OrganisationAuthorised> authorised;

  LearnOfOrganisation(Organisations organisations, Event<OrganisationAuthorised> authorised) {
    this.organisations = organisations;
    this.authorised = authorised;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void learn(Organisation organisation) {
    organisations.put(organisation);
    if (organisation.isAuthorised()) {
      authorised.fire(new OrganisationAuthorised(organisation.id()));
    }
  }
}
