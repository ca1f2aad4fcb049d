package org.mikromerit.credential.definition;

/** Where learning took place. */
public enum ParticipationMode implements Token {
  ONSITE,
  ONLINE,
  BLENDED,
  WORKPLACE
}
