package org.mikromerit.portal.claim;

import org.mikromerit.portal.reach.Reached.Problem;

/** Why a code gave nothing. */
public enum Refusal {
  EMPTY,
  UNKNOWN,
  TOO_MANY,
  AWAY;

  static Refusal of(Problem problem) {
    if (problem.is("too-many-attempts")) {
      return TOO_MANY;
    }
    return problem.is("claim-code-unknown") ? UNKNOWN : EMPTY;
  }
}
