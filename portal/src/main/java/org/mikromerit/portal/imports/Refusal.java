package org.mikromerit.portal.imports;

/** Why nothing was taken over. */
public enum Refusal {
  NOTHING,
  NO_PORTFOLIO,
  TOO_LARGE,
  AWAY
}
