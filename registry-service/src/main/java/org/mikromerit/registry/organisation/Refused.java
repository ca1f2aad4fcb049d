package org.mikromerit.registry.organisation;

import java.util.UUID;
import org.mikromerit.events.organisation.OrganisationState;

/** Why nothing came of what was asked for; each is something that a person can cause. */
public sealed interface Refused extends Outcome, Preparation, Recording {

  record AlreadyApplied(UUID organisation) implements Refused {}

  record NoSuchOrganisation(UUID organisation) implements Refused {}

  record WrongState(OrganisationState state, OrganisationState wanted) implements Refused {}

  /** Whoever belongs to the organisation is no authority over it, whatever roles they hold. */
  record OwnOrganisation(UUID organisation) implements Refused {}

  /** Whoever filed or prepared does not decide. */
  record SecondPersonNeeded(UUID organisation) implements Refused {}

  record NothingProposed(UUID organisation) implements Refused {}

  /** The second person takes the decision that was prepared, or returns it. */
  record AnotherProposed(Verdict proposed) implements Refused {}

  record TooManyAccreditations(int most) implements Refused {}

  record NoSuchAccreditation(UUID accreditation) implements Refused {}

  record AccreditationWithdrawn(UUID accreditation) implements Refused {}
}
