package org.mikromerit.events;

/** What sort of thing is awarded. */
public enum CredentialKind {
  MICRO_CREDENTIAL,
  VERIFIED_SKILL,
  ATTENDANCE
}
