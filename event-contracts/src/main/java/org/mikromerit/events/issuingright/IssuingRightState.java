package org.mikromerit.events.issuingright;

/** Whether an issuing right is there. */
public enum IssuingRightState {
  GRANTED,
  WITHDRAWN
}
