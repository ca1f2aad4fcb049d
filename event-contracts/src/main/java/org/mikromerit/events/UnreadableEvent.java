package org.mikromerit.events;

/**
 * An event that this version cannot take. Its message gives the reason and, where it is known, the
 * place, and repeats nothing of the content, so it may be logged and kept.
 */
public final class UnreadableEvent extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why it cannot be read. */
  public enum Reason {
    /** A CloudEvents header is missing or has an impossible value. */
    BAD_HEADERS,
    /** No record for this {@code ce_type}: a newer producer, or a stranger. */
    UNKNOWN_TYPE,
    /** Not JSON, or beyond the bounds on size and depth. */
    MALFORMED_JSON,
    /** JSON, but not what this type's record may hold; an unknown enum constant among others. */
    INVALID_DATA,
    /** Headers and data speak of different things, or the source is not the topic's writer. */
    CONTRADICTION
  }

  private final Reason reason;

  UnreadableEvent(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
