package org.mikromerit.verification.status;

/** A list was announced that nobody may rely on; its event is parked with the reason. */
public final class UnsoundList extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsoundList(String reason) {
    super("the status list is not to be relied on: " + reason);
  }
}
