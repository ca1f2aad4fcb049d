package org.mikromerit.issuer.right.rest;

import java.time.Instant;
import org.mikromerit.issuer.right.GrantRight.Refused;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;

/** What a creator is told whose right is not granted, changed or withdrawn. */
final class RightProblems {
  private RightProblems() {}

  static Problem of(Refused refused) {
    return switch (refused) {
      case Refused.NoSuchDefinition _ -> Problems.notFound("definition");
      case Refused.HolderUnknown _ ->
          Problems.invalidValue(
              "/holder", "The register has told of no such organisation; it applies there first.");
      case Refused.HolderIsCreator _ ->
          Problems.invalidValue("/holder", "Whoever created a definition needs no right to it.");
      case Refused.NoSuchVersion _ ->
          Problems.invalidValue("/versions", "Name versions that are published, or none for all.");
      case Refused.UnusableDates dates -> Problems.invalidValue(dates.field(), dates.detail());
      case Refused.Overlapping other ->
          Problem.of(
                  409,
                  "issuing-right-exists",
                  "The organisation has such a right already",
                  "Change or withdraw the right that is named here; of two that overlap, withdrawing"
                      + " one would end nothing.")
              .with("right", other.right().toString());
      case Refused.TooMany _ -> tooMany();
    };
  }

  static Problem tooMany() {
    return Problem.of(
        409,
        "issuing-rights-too-many",
        "There are more rights or terms than can be told of",
        "Widen a right that is in force, or withdraw it and grant another, rather than changing it"
            + " again and again.");
  }

  static Problem over(Instant since) {
    return Problem.of(
            409,
            "issuing-right-over",
            "The right has ended already",
            "What has ended stays ended. Grant another right if one is wanted.")
        .with("since", since.toString());
  }

  static Problem noSuchRight() {
    return Problems.notFound("issuing right");
  }
}
