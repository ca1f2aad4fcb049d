package org.mikromerit.events;

/** How strictly a sector controls who may define and issue. */
public enum GovernanceModel {
  REGULATORY,
  ADVISORY,
  AUTONOMOUS,
  HYBRID
}
