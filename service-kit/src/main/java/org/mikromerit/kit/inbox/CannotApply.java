package org.mikromerit.kit.inbox;

/** A record that is no event for us; its message is the cause to keep, and tells no value. */
final class CannotApply extends Exception {
  private static final long serialVersionUID = 1L;

  CannotApply(String cause) {
    super(cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
