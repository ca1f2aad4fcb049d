package org.mikromerit.kit.inbox;

/** How failures are told to whoever has to mend them. */
final class Failures {
  private Failures() {}

  /** What went wrong, without the values of a statement: those may speak of a person. */
  static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }
}
