package org.mikromerit.credential.document;

import java.util.Base64;
import java.util.Optional;

/** Base64url without padding (RFC 4648, section 5; RFC 7515, section 2), one text for one value. */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /** What the text says; empty if that is not what it is. */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      // The decoder forgives padding and stray bits in the last letter.
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
