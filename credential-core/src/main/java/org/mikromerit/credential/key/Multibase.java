package org.mikromerit.credential.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.mikromerit.credential.document.Base64Url;

/**
 * Bytes as text, with a first letter that says how (W3C Controlled Identifiers 1.0, section 2.4).
 */
public final class Multibase {

  // Decoding base 58 is quadratic; the longest there is, an RSA key of 4096 bits, is just below.
  private static final int LONGEST_BASE58 = 736;
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final int BASE = 58;

  // As many digits as a long takes, so that the large numbers are gone through a tenth as often.
  private static final int CHUNK = 10;
  private static final BigInteger WHOLE_CHUNK = BigInteger.valueOf(BASE).pow(CHUNK);

  private Multibase() {}

  /** {@code z} and base58btc. */
  public static String base58(byte[] bytes) {
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (rest.signum() > 0) {
      BigInteger[] division = rest.divideAndRemainder(WHOLE_CHUNK);
      rest = division[0];
      long chunk = division[1].longValue();
      for (int i = 0; i < CHUNK && (rest.signum() > 0 || chunk > 0); i++) {
        digits.append(ALPHABET.charAt((int) (chunk % BASE)));
        chunk /= BASE;
      }
    }
    for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
      digits.append(ALPHABET.charAt(0));
    }
    return "z" + digits.reverse();
  }

  /** What {@code z} and base58btc say; empty if that is not what the text is. */
  public static Optional<byte[]> decodeBase58(String text) {
    if (text.length() < 2 || text.length() > LONGEST_BASE58 || text.charAt(0) != 'z') {
      return Optional.empty();
    }
    BigInteger number = BigInteger.ZERO;
    int zeros = 0;
    long chunk = 0;
    long worth = 1;
    for (int i = 1; i < text.length(); i++) {
      int digit = ALPHABET.indexOf(text.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      if (digit == 0 && zeros == i - 1) {
        zeros++;
      }
      chunk = chunk * BASE + digit;
      worth *= BASE;
      if (i % CHUNK == 0 || i == text.length() - 1) {
        number = number.multiply(BigInteger.valueOf(worth)).add(BigInteger.valueOf(chunk));
        chunk = 0;
        worth = 1;
      }
    }
    byte[] magnitude = number.toByteArray();
    int sign = magnitude[0] == 0 ? 1 : 0;
    byte[] bytes = new byte[zeros + magnitude.length - sign];
    System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
    return Optional.of(bytes);
  }

  /** {@code u} and base64url without padding. */
  public static String base64Url(byte[] bytes) {
    return "u" + Base64Url.encode(bytes);
  }

  /** What {@code u} and base64url without padding say; empty if that is not what the text is. */
  public static Optional<byte[]> decodeBase64Url(String text) {
    return text.startsWith("u") ? Base64Url.decode(text.substring(1)) : Optional.empty();
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
