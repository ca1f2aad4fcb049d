package org.mikromerit.kit.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes under one key: AES-256-GCM, bound to what they belong to, so that what was copied to
 * another row opens for nobody.
 *
 * <p>Form: one byte for the form itself, 12 bytes nonce, then ciphertext and tag. Nonces are
 * random, so one key seals at most some 2^32 times (NIST SP 800-38D, 8.3).
 */
public final class Sealing {
  public static final int KEY_BYTES = AesGcm.KEY_BYTES;

  private static final byte FORM = 1;

  private final SecretKeySpec key;

  private Sealing(byte[] key) {
    this.key = AesGcm.key(key);
  }

  /**
   * Under a key that is at hand.
   *
   * @param key 32 bytes
   */
  public static Sealing under(byte[] key) {
    return new Sealing(key);
  }

  /**
   * Under a key from outside the database.
   *
   * @param variable the environment variable's name, for whoever has to set it
   * @param base64 its value
   * @throws IllegalStateException if it is absent or no key; the message says what to do
   */
  public static Sealing underSetting(String variable, Optional<String> base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.orElse(""));
      if (key.length == KEY_BYTES) {
        return new Sealing(key);
      }
    } catch (IllegalArgumentException _) {
      // Said below without the cause, which would repeat a part of the secret.
    }
    throw new IllegalStateException(
        variable + " must be 32 bytes in base64; make one with: openssl rand -base64 32");
  }

  /** A random key. */
  public static byte[] newKey() {
    return AesGcm.random(KEY_BYTES);
  }

  /**
   * Seals.
   *
   * @param boundTo what the bytes belong to; it is needed to open them, and not kept in them
   */
  public byte[] seal(byte[] open, String boundTo) {
    byte[] nonce = AesGcm.newNonce();
    byte[] sealed = AesGcm.encrypt(key, nonce, boundTo.getBytes(StandardCharsets.UTF_8), open);
    return ByteBuffer.allocate(1 + AesGcm.NONCE_BYTES + sealed.length)
        .put(FORM)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens what was sealed under this key for the same thing.
   *
   * @throws IllegalStateException if the bytes were sealed under another key or for something else,
   *     or were changed
   */
  public byte[] open(byte[] sealed, String boundTo) {
    if (sealed.length <= 1 + AesGcm.NONCE_BYTES || sealed[0] != FORM) {
      throw new IllegalStateException("What was sealed has a form that is not known here");
    }
    var buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return AesGcm.decrypt(key, nonce, boundTo.getBytes(StandardCharsets.UTF_8), rest);
  }

  /**
   * A value by which the key is known again, and from which it cannot be found: HMAC-SHA-256 of a
   * fixed text, in 32 bytes.
   */
  public byte[] keyCheckValue() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal("wrapping-check".getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
    }
  }
}
