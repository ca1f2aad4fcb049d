package org.mikromerit.issuer.issuance;

/** What is left of a credential's signed bytes. */
public sealed interface Body {

  /** The exact signed bytes. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Held(byte[] bytes) implements Body {}

  /** The learner's key was deleted, and with it everything that could be read of them. */
  record Erased() implements Body {}
}
