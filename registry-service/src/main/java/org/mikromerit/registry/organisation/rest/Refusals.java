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
              "An organisation applies once. Read its state in the register.");
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
    };
  }
}
