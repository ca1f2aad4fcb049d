package org.mikromerit.issuer.learner;

import java.util.Collection;
import java.util.Optional;

/** Keeps learners' keys. Who deletes a key makes everything unreadable that it sealed. */
public interface LearnerKeys {

  /** The learner's key, made if this is the first credential for this reference. */
  LearnerKey of(String learnerRef);

  /**
   * Makes the keys that are missing, in an order that is the same everywhere: a transaction for
   * many learners calls it first, so that two of them wait for each other and do not deadlock.
   */
  void makeMissing(Collection<String> learnerRefs);

  /** Some key, if there is one: tells at the start whether the wrapping key is the right one. */
  Optional<LearnerKey> any();
}
