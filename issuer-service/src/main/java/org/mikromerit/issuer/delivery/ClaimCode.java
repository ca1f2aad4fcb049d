package org.mikromerit.issuer.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.mikromerit.credential.document.Sha256;

/**
 * What a learner shows to claim a credential: 140 random bits, in letters and digits that nobody
 * takes for one another (Crockford's base 32). A secret: it is given out once and kept as a hash.
 */
public final class ClaimCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 28;
  private static final int GROUP = 4;
  private static final int LONGEST_WRITTEN = 100;
  private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  private final String plain;

  private ClaimCode(String plain) {
    this.plain = plain;
  }

  static ClaimCode random(RandomGenerator random) {
    var code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new ClaimCode(code.toString());
  }

  /** Reads a code as people write it: in any case, with any gaps, O for 0 and I or L for 1. */
  static Optional<ClaimCode> parse(String written) {
    if (written.length() > LONGEST_WRITTEN) {
      return Optional.empty();
    }
    String plain =
        written
            .toUpperCase(Locale.ROOT)
            .replaceAll("[-\\s]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(plain).matches() ? Optional.of(new ClaimCode(plain)) : Optional.empty();
  }

  /** In groups of four, for paper. */
  public String written() {
    var written = new StringBuilder();
    for (int i = 0; i < LENGTH; i += GROUP) {
      written.append(i == 0 ? "" : "-").append(plain, i, i + GROUP);
    }
    return written.toString();
  }

  /** What is kept. The code is too long to be found by trying, so a plain hash keeps it secret. */
  byte[] hash() {
    return Sha256.of(plain.getBytes(StandardCharsets.US_ASCII));
  }

  /** Says nothing, so that no log line can carry a code. */
  @Override
  public String toString() {
    return "claim code";
  }
}
