package org.mikromerit.portal.verify;

/** Why nothing could be verified of what somebody gave. */
public enum Refusal {
  NOTHING,
  LINK,
  CODE,
  UNREADABLE,
  LARGE,
  AWAY
}
