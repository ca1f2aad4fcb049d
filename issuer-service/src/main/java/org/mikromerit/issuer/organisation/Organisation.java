package org.mikromerit.issuer.organisation;

import java.util.UUID;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;

/** An organisation as the registry announced it last. */
public record Organisation(
    UUID id, String name, String country, GovernanceModel governance, OrganisationState state) {

  /** Whether it may issue. */
  public boolean isAuthorised() {
    return state == OrganisationState.AUTHORISED;
  }
}
