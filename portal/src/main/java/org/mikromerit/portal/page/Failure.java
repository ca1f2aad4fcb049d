package org.mikromerit.portal.page;

/** Why there is no page here, each with its own words and what one can do. */
public enum Failure {
  /** Something was sent after the session had ended. */
  SIGNED_OUT(403),
  NOT_FOUND(404),
  NOT_YOURS(403),
  FOREIGN_FORM(403),
  WRONG_FORM(400),
  TOO_LARGE(413),
  AWAY(503),
  BROKEN(500);

  private final int status;

  Failure(int status) {
    this.status = status;
  }

  /** Whether who signs in gets further. */
  public boolean endsBySigningIn() {
    return this == SIGNED_OUT;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
