package org.mikromerit.credential.definition;

/** Who stands behind the quality of what is awarded. */
public enum QualityAssuranceType implements Token {
  /** Stated not to be there. */
  NONE,
  /** The provider itself. */
  SELF_ASSERTED,
  /** Another body. */
  THIRD_PARTY,
  /** A body that audits it. */
  AUDITED
}
