package org.mikromerit.issuer.batch;

/** How far a batch has come. */
public enum BatchState {
  /** Its file is under way; nobody is shown it. */
  RECEIVING,
  /** All rows are here, none is decided. */
  RECEIVED,
  RUNNING,
  /** Held by the institution, until it is resumed. */
  PAUSED,
  /** Every row was decided. */
  FINISHED,
  /** Ended by the institution, or given up on after long idleness; what was issued stands. */
  CANCELLED,
  /** Ended by us: the rows cannot be read any more. */
  FAILED;

  /** Whether nothing more happens to it. */
  public boolean ended() {
    return switch (this) {
      case RECEIVING, RECEIVED, RUNNING, PAUSED -> false;
      case FINISHED, CANCELLED, FAILED -> true;
    };
  }
}
