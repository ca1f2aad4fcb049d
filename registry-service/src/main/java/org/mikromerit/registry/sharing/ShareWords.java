package org.mikromerit.registry.sharing;

import org.jspecify.annotations.Nullable;

/**
 * What of a share only its learner, and whoever they told, knows.
 *
 * @param token the secret part of its link
 * @param pin digits that are asked for besides
 * @param recipient whom it is for, in the learner's words
 * @param purpose what for, in the learner's words
 */
public record ShareWords(
    String token, @Nullable String pin, @Nullable String recipient, @Nullable String purpose) {

  /** Not the secrets. */
  @Override
  public String toString() {
    return "ShareWords";
  }
}
