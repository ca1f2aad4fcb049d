package org.mikromerit.events.credentialstatus;

/** Whether a credential stands. */
public enum CredentialStatus {
  VALID,
  REVOKED
}
