package org.mikromerit.issuer.status.rest;

import java.time.Instant;
import org.mikromerit.kit.problem.Problem;

/** Refusals that several changes share. */
final class StatusProblems {
  private StatusProblems() {}

  static Problem alreadyRevoked(Instant since) {
    return Problem.of(
            409,
            "already-revoked",
            "The credential is revoked already",
            "Nothing is left to do: a revocation is final and keeps its first reason.")
        .with("since", since.toString());
  }
}
