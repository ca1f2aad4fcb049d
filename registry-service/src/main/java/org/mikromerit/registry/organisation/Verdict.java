package org.mikromerit.registry.organisation;

import org.mikromerit.events.organisation.OrganisationState;

/** What two registrars together may decide on an organisation. */
public enum Verdict {
  AUTHORISE,
  REFUSE,
  REINSTATE,
  WITHDRAW;

  /** The state that it leads to. */
  public OrganisationState next() {
    return switch (this) {
      case AUTHORISE, REINSTATE -> OrganisationState.AUTHORISED;
      case REFUSE -> OrganisationState.REFUSED;
      case WITHDRAW -> OrganisationState.WITHDRAWN;
    };
  }

  /** Whether it may be prepared, and taken, while the organisation is in this state. */
  boolean concerns(OrganisationState state) {
    return switch (this) {
      case AUTHORISE, REFUSE ->
          state == OrganisationState.APPLIED || state == OrganisationState.IN_REVIEW;
      case REINSTATE -> state == OrganisationState.SUSPENDED;
      case WITHDRAW ->
          state == OrganisationState.AUTHORISED || state == OrganisationState.SUSPENDED;
    };
  }
}
