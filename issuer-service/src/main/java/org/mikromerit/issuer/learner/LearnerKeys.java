package org.mikromerit.issuer.learner;

import java.util.Optional;

/** Keeps learners' keys. Who deletes a key makes everything unreadable that it sealed. */
public interface LearnerKeys {

  /**
   * The learner's key, made if this is the first credential for this reference. Who issues to many
   * in one transaction goes by an order of learners that is the same everywhere, or two wait for
   * each other in a circle.
   */
  LearnerKey of(String learnerRef);

  /** Some key, if there is one: tells at the start whether the wrapping key is the right one. */
  Optional<LearnerKey> any();
}
