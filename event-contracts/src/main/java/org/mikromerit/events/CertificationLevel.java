package org.mikromerit.events;

/** What a credential certifies of its holder. */
public enum CertificationLevel {
  /** Was there. */
  PARTICIPATION,
  /** Achieved the learning objectives. */
  OBJECTIVES,
  /** Demonstrated the outcomes. */
  DEMONSTRATED
}
