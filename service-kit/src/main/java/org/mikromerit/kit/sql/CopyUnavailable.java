package org.mikromerit.kit.sql;

/** Our own database cannot be asked just now, so that what it would say is not known. */
public final class CopyUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CopyUnavailable(Throwable cause) {
    super(cause);
  }
}
