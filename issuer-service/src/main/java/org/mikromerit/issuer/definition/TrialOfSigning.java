package org.mikromerit.issuer.definition;

/** Finds out before a version is published whether every credential of it can be signed. */
public interface TrialOfSigning {

  /** What comes of the largest credential of a version. */
  enum Outcome {
    /** It is signed and read back, also so that its holder can show parts of it. */
    SHOWN_IN_PARTS,
    /** It is signed and read back, and its holder can show it whole alone. */
    SHOWN_WHOLE,
    /** It is not signed. */
    NOT_SIGNED
  }

  Outcome of(PublishedDefinition version);
}
