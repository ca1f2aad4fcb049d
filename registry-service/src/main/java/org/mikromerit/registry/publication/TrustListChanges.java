package org.mikromerit.registry.publication;

/** Changes that no signed trust list tells yet. */
public interface TrustListChanges {

  /** Marks one, in the transaction that made it. */
  void mark();

  boolean any();

  /** Takes all that are marked and committed; a version that follows tells them. */
  boolean take();
}
