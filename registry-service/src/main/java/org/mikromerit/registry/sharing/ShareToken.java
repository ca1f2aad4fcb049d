package org.mikromerit.registry.sharing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret part of a share's link: 192 random bits in base64url, so 32 characters. */
final class ShareToken {
  private static final int BYTES = 24;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

  private final String text;

  private ShareToken(String text) {
    this.text = text;
  }

  static ShareToken random(SecureRandom random) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return new ShareToken(Base64.getUrlEncoder().withoutPadding().encodeToString(drawn));
  }

  static Optional<ShareToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ShareToken(text)) : Optional.empty();
  }

  String text() {
    return text;
  }

  /** What the database knows it by: who reads that has no link. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
