package org.mikromerit.events;

/** Which queue of the relay an event waits in. */
public enum Lane {
  /** Overtakes everything else, so that a large batch of issues delays no revocation. */
  PRIORITY,
  NORMAL
}
