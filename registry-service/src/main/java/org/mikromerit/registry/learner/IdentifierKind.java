package org.mikromerit.registry.learner;

/** By what a learner is known. */
public enum IdentifierKind {
  /** The account that signs in; it is how we know whom we speak to, so it is never unlinked. */
  ACCOUNT,
  /** An address that the identity provider verified. Addresses change hands. */
  EMAIL,
  /** A national number that the identity provider verified. Numbers do not change hands. */
  NATIONAL_NUMBER,
  /** A claim code that the account handed in; there is no other way to what it opened. */
  CLAIM;

  /** Whether a learner may say that this is not theirs, and may take it back. */
  boolean mayBeUnlinked() {
    return switch (this) {
      case EMAIL, NATIONAL_NUMBER -> true;
      case ACCOUNT, CLAIM -> false;
    };
  }
}
