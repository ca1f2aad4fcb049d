package org.mikromerit.stacking.pathway.rest;

import java.util.List;
import java.util.UUID;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.stacking.pathway.Refused;

/** The words for each refusal. */
final class Refusals {
  private Refusals() {}

  static ProblemException problem(Refused refused) {
    return new ProblemException(
        switch (refused) {
          case Refused.NoSuchPathway() -> Problems.notFound("pathway");
          case Refused.NeverStacks(List<UUID> definitions) ->
              Problem.of(
                      422,
                      "part-never-stacks",
                      "A part of the rule can never count",
                      "Attendance alone does not stack. Take the definitions listed out of the rule.")
                  .with("definitions", definitions);
        });
  }
}
