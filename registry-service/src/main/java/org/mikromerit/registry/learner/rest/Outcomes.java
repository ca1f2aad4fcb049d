package org.mikromerit.registry.learner.rest;

import jakarta.ws.rs.core.Response;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.learner.UnlinkIdentifier.ChangedTooOften;
import org.mikromerit.registry.learner.UnlinkIdentifier.MustStay;
import org.mikromerit.registry.learner.UnlinkIdentifier.NoSuchIdentifier;
import org.mikromerit.registry.learner.UnlinkIdentifier.Outcome;
import org.mikromerit.registry.learner.UnlinkIdentifier.Unlinked;

/** Every outcome of this feature as an answer. */
final class Outcomes {

  private Outcomes() {}

  static Response response(Outcome outcome) {
    return switch (outcome) {
      case Unlinked _ -> Response.noContent().build();
      case NoSuchIdentifier _ -> Problems.notFound("identifier").response();
      case MustStay(var kind) ->
          Problem.of(
                  409,
                  "identifier-must-stay",
                  "This identifier cannot be unlinked",
                  "An account and a claim stay: without them nothing would lead to the learner.")
              .with("kind", kind)
              .response();
      case ChangedTooOften _ ->
          Problem.of(
                  409,
                  "too-many-changes",
                  "This identifier was linked and unlinked too often",
                  "It stays as it is now. Ask the operator, if that is wrong.")
              .response();
    };
  }
}
