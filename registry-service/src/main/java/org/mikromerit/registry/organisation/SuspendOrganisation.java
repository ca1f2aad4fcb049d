package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.mikromerit.events.organisation.OrganisationState;

/**
 * A registrar stops an organisation from issuing, alone and at once: it protects learners while two
 * people look closer, and two people can undo it.
 */
@ApplicationScoped
public class SuspendOrganisation {
  private final Organisations organisations;
  private final ChangeState changeState;

  SuspendOrganisation(Organisations organisations, ChangeState changeState) {
    this.organisations = organisations;
    this.changeState = changeState;
  }

  /**
   * Suspends, if the organisation is authorised.
   *
   * @param reason as it is published
   */
  @Transactional
  public Outcome suspend(UUID id, String reason, Registrar by) {
    if (by.belongsTo(id)) {
      return new Refused.OwnOrganisation(id);
    }
    return organisations
        .locked(id)
        .map(organisation -> suspend(organisation, reason))
        .orElseGet(() -> new Refused.NoSuchOrganisation(id));
  }

  private Outcome suspend(Organisation organisation, String reason) {
    return organisation.mayBecome(OrganisationState.SUSPENDED)
        ? new Outcome.Accepted(changeState.to(OrganisationState.SUSPENDED, organisation, reason))
        : new Refused.WrongState(organisation.state(), OrganisationState.SUSPENDED);
  }
}
