package org.mikromerit.credential.definition;

/** How much a credential certifies; documents write the name as it stands here. */
public enum CertificationLevel {
  /** The person took part. */
  PARTICIPATION,
  /** The learning objectives were achieved. */
  OBJECTIVES,
  /** The outcomes were demonstrated. */
  DEMONSTRATED
}
