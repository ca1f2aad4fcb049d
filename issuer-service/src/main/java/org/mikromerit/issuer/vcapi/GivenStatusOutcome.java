package org.mikromerit.issuer.vcapi;

/** What comes of setting the status of what a program had signed. */
public enum GivenStatusOutcome {
  /** It is as it was asked to be. */
  SET,
  /** The instance issued nothing by this name that has a status. */
  NO_SUCH_CREDENTIAL,
  /** Its status is told elsewhere than was said. */
  ENTRY_DIFFERS,
  /** Its documents name no list that would tell. */
  NOT_SUSPENDABLE,
  /** It was revoked before, which is final. */
  ALREADY_REVOKED,
  /** More was signed under this name than is changed at once; nothing was. */
  TOO_MANY
}
