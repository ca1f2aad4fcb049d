package org.mikromerit.verification.verdict.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** Reads what a holder was asked to sign; nothing, if nobody asked. */
final class Challenge {
  static final String AUDIENCE =
      "Who you are, as you told the holder to sign. With nonce: the verdict is then INVALID unless the holder signed for both.";
  static final String NONCE =
      "The word that you made up for this one occasion. Accept each once: nothing is kept here.";

  private Challenge() {}

  /**
   * The challenge.
   *
   * @throws ProblemException if one of both is missing, blank or too long
   */
  static Optional<HolderChallenge> of(@Nullable String audience, @Nullable String nonce) {
    if (audience == null && nonce == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new HolderChallenge(given(audience), given(nonce)));
    } catch (IllegalArgumentException _) {
      throw new ProblemException(
          Problems.invalidValue(
              "nonce", "Give audience and nonce together, of at most 2,000 characters each."));
    }
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}
