package org.mikromerit.events.organisation;

/** Where an organisation stands with the authority. Only {@link #AUTHORISED} may issue. */
public enum OrganisationState {
  SELF_DECLARED,
  APPLIED,
  IN_REVIEW,
  AUTHORISED,
  REFUSED,
  SUSPENDED,
  WITHDRAWN,
  MERGED,
  CLOSED
}
