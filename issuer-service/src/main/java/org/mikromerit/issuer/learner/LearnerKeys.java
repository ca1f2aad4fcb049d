package org.mikromerit.issuer.learner;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps learners' keys. Who deletes a key makes everything unreadable that it sealed. */
public interface LearnerKeys {

  /** The learners' keys by reference, made for those who have none yet. */
  Map<String, LearnerKey> of(Set<String> learnerRefs);

  /** Some key, if there is one: tells at the start whether the wrapping key is the right one. */
  Optional<LearnerKey> any();
}
