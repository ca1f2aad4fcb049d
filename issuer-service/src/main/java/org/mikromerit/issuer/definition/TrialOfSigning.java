package org.mikromerit.issuer.definition;

/** Finds out before a version is published whether every credential of it can be signed. */
public interface TrialOfSigning {

  /** Whether the largest credential of the version is signed and read back. */
  boolean succeeds(PublishedDefinition version);
}
