package org.mikromerit.platform;

/** Something that the person at the keyboard can put right; its message says what and how. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PlatformException(String message) {
    super(message);
  }

  public PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
