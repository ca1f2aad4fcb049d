package org.mikromerit.issuer.learner;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A service that could not open what it keeps, for want of the right key, does not start. */
@ApplicationScoped
class RequireLearnerKeyWrapping {
  private final LearnerKeys keys;

  RequireLearnerKeyWrapping(LearnerKeys keys) {
    this.keys = keys;
  }

  void whenStarting(@Observes StartupEvent event) {
    try {
      var _ = keys.any();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "MIKROMERIT_LEARNER_KEY_WRAPPING_KEY is missing, or not the key that the learners' keys"
              + " were wrapped with",
          e);
    }
  }
}
