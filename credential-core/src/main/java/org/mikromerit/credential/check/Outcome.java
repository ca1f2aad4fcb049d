package org.mikromerit.credential.check;

/** What a check came to. */
public enum Outcome {
  PASSED,
  /** It stands, with something that the verifier should know. */
  WARNING,
  FAILED,
  /** It could not be found out, which never reads as yes. */
  UNDECIDED
}
