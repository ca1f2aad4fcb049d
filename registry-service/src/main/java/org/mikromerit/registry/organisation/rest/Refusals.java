package org.mikromerit.registry.organisation.rest;

import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.organisation.Refused;

/** Every refusal of this feature as a problem. */
final class Refusals {

  private Refusals() {}

  static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.AlreadyApplied _ ->
          Problem.of(
              409,
              "already-applied",
              "The organisation has applied already",
              "An organisation applies once, and again only when it was refused. Read its state in the register.");
      case Refused.NoSuchOrganisation _ -> Problems.notFound("organisation");
      case Refused.WrongState wrong ->
          Problem.of(
                  409,
                  "wrong-state",
                  "The organisation's state does not allow this",
                  "An organisation that is %s cannot become %s. Read its history in the register."
                      .formatted(wrong.state(), wrong.wanted()))
              .with("state", wrong.state());
      case Refused.OwnOrganisation _ ->
          Problem.of(
              403,
              "own-organisation",
              "Nobody decides on their own organisation",
              "Someone of the authority decides, whose token names another organisation or none.");
      case Refused.SecondPersonNeeded _ ->
          Problem.of(
              403,
              "second-person-needed",
              "Nobody decides alone",
              "Someone decides who neither filed the application nor prepared the decision.");
      case Refused.NothingProposed _ ->
          Problem.of(
              409,
              "nothing-proposed",
              "No decision is prepared",
              "One registrar prepares the decision (POST …/review), another takes it.");
      case Refused.AnotherProposed another ->
          Problem.of(
                  409,
                  "another-decision-proposed",
                  "Another decision is prepared",
                  "Take the decision that is prepared, RETURN it, or prepare your own for another to take.")
              .with("proposed", another.proposed());
      case Refused.TooManyAccreditations many ->
          Problem.of(
              409,
              "too-many-accreditations",
              "The organisation has too many accreditations",
              "An organisation has at most %d, those that ended among them."
                  .formatted(many.most()));
      case Refused.NoSuchAccreditation _ -> Problems.notFound("accreditation");
      case Refused.AccreditationWithdrawn _ ->
          Problem.of(
              409,
              "accreditation-withdrawn",
              "The accreditation is withdrawn already",
              "A withdrawal is final. Record the body's new decision, if there is one.");
    };
  }
}
