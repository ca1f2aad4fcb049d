package org.mikromerit.registry.organisation;

import java.util.UUID;
import org.mikromerit.events.organisation.OrganisationState;

/** Why an application or a decision was not accepted; each is something that a person can cause. */
public sealed interface Refused extends Outcome {

  record AlreadyApplied(UUID organisation) implements Refused {}

  record NoSuchOrganisation(UUID organisation) implements Refused {}

  record WrongState(OrganisationState state, OrganisationState wanted) implements Refused {}

  /** Whoever belongs to the organisation is no authority over it, whatever roles they hold. */
  record OwnOrganisation(UUID organisation) implements Refused {}
}
