package org.mikromerit.kit.disclosure;

/** What personal data left for. */
public enum Purpose {
  /** An institution's document, on its way to the learner's portfolio. */
  DELIVERY_TO_LEARNER,
  /** A learner looks at what is theirs. */
  LEARNER_ACCESS,
  /** A learner takes a copy away. */
  LEARNER_EXPORT,
  /** The issuing institution reads what it issued. */
  INSTITUTION_RECORD,
  /** Somebody to whom the learner showed it. */
  SHARE
}
