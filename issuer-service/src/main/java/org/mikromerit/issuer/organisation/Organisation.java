package org.mikromerit.issuer.organisation;

import java.util.UUID;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;

/** An organisation as the registry announced it last. */
public record Organisation(
    UUID id, String name, String country, GovernanceModel governance, OrganisationState state) {

  /** Whether the authority has said no to it, for now or for good. */
  public boolean isTurnedDown() {
    return switch (state) {
      case REFUSED, SUSPENDED, WITHDRAWN, MERGED, CLOSED -> true;
      case SELF_DECLARED, APPLIED, IN_REVIEW, AUTHORISED -> false;
    };
  }

  /** Whether it may issue. */
  public boolean isAuthorised() {
    return state == OrganisationState.AUTHORISED;
  }
}
