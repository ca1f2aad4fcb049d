package org.mikromerit.credential.proof;

/**
 * What a verifier wants a holder to sign (RFC 9901, section 4.3).
 *
 * @param audience who the verifier is
 * @param nonce a word that the verifier made up for this one occasion, and accepts once
 */
public record HolderChallenge(String audience, String nonce) {

  private static final int LONGEST = 2_000;

  /**
   * Takes both as they are.
   *
   * @throws IllegalArgumentException if one is blank or has more than 2,000 characters
   */
  public HolderChallenge {
    if (!isGiven(audience) || !isGiven(nonce)) {
      throw new IllegalArgumentException("neither of both may be blank");
    }
  }

  private static boolean isGiven(String text) {
    return !text.isBlank() && text.length() <= LONGEST;
  }
}
