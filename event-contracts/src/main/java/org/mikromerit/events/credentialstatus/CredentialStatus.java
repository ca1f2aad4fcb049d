package org.mikromerit.events.credentialstatus;

/** Whether a credential stands. */
public enum CredentialStatus {
  VALID,
  /** Not for the time being; it may be reinstated. */
  SUSPENDED,
  /** Never again. */
  REVOKED
}
