package org.mikromerit.stacking.learner;

import java.util.Map;
import java.util.Set;

/**
 * Whose each reference is. A learner is named by their id once the registry has linked the
 * reference, and by the reference itself before.
 */
public interface Learners {

  /** Whose the reference is, so until the transaction ends. */
  default String held(String reference) {
    return held(Set.of(reference)).getOrDefault(reference, reference);
  }

  /** Whose each of the references is, so until the transaction ends. */
  Map<String, String> held(Set<String> references);

  /** Whose the reference is now; itself where nothing is known of it. */
  String of(String reference);

  /** Gives a reference that is held to a learner, or to itself. */
  void give(String reference, String learner);

  boolean hasReferences(String learner);
}
