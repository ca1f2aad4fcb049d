package org.mikromerit.credential.definition;

/** How a learner shows what they can. */
public enum AssessmentType implements Token {
  WRITTEN,
  ORAL,
  PRACTICAL,
  PORTFOLIO,
  PROJECT,
  WORKPLACE,
  SIMULATION,
  QUIZ,
  ASSIGNMENT,
  PEER_REVIEW,
  /** Having been there, which proves nothing more. */
  ATTENDANCE
}
