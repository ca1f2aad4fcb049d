package org.mikromerit.journeys.storm;

/** Something that must never be, seen during a storm. */
public final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Violation(String what) {
    super(what);
  }
}
