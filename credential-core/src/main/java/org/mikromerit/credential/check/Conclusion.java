package org.mikromerit.credential.check;

import java.util.Collection;

/**
 * What all findings together come to: one failure decides, then one open question, then one
 * warning.
 */
public enum Conclusion {
  VALID,
  VALID_WITH_WARNINGS,
  INVALID,
  UNDECIDED;

  public static Conclusion of(Collection<Finding> findings) {
    if (anyIs(findings, Outcome.FAILED)) {
      return INVALID;
    }
    // Having found nothing is not having found it valid.
    if (findings.isEmpty() || anyIs(findings, Outcome.UNDECIDED)) {
      return UNDECIDED;
    }
    return anyIs(findings, Outcome.WARNING) ? VALID_WITH_WARNINGS : VALID;
  }

  /** Whether it is to be believed; what is undecided is not. */
  public boolean isYes() {
    return this == VALID || this == VALID_WITH_WARNINGS;
  }

  private static boolean anyIs(Collection<Finding> findings, Outcome outcome) {
    return findings.stream().anyMatch(finding -> finding.outcome() == outcome);
  }
}
