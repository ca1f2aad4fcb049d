package org.mikromerit.credential.definition;

/**
 * How strictly a sector controls who may define and issue; documents write the name as it stands
 * here.
 */
public enum GovernanceModel {
  REGULATORY,
  ADVISORY,
  AUTONOMOUS,
  HYBRID
}
