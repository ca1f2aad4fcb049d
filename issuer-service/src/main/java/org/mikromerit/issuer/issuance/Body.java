package org.mikromerit.issuer.issuance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;

/** What is left of a credential's signed bytes. */
public sealed interface Body {

  /** The exact signed bytes. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  record Held(byte[] bytes) implements Body {}

  /** The learner's key was deleted, and with it everything that could be read of them. */
  record Erased() implements Body {}

  /**
   * Opens what is stored of a credential.
   *
   * @param key the learner's; null once it was deleted, and then nothing else is looked at
   * @param wrapped that key, as the database has it
   * @param sealed the bytes under that key
   */
  static Body open(
      LearnerKeyWrapping wrapping,
      UUID credential,
      @Nullable UUID key,
      byte[] wrapped,
      byte[] sealed) {
    return key == null
        ? new Erased()
        : new Held(wrapping.unwrap(key, wrapped).open(credential, sealed));
  }
}
