package org.mikromerit.kit.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with random nonces of 12 bytes and tags of 16 that follow the ciphertext. One key
 * encrypts at most some 2^32 times (NIST SP 800-38D, 8.3).
 */
final class AesGcm {
  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private AesGcm() {}

  static SecretKeySpec key(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A key for sealing is " + KEY_BYTES + " bytes");
    }
    return new SecretKeySpec(key, "AES");
  }

  static byte[] newNonce() {
    return random(NONCE_BYTES);
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Ciphertext and tag. */
  static byte[] encrypt(SecretKeySpec key, byte[] nonce, byte[] boundTo, byte[] open) {
    return run(Cipher.ENCRYPT_MODE, key, nonce, boundTo, open);
  }

  /**
   * What was encrypted.
   *
   * @throws IllegalStateException if it was under another key, with another nonce, for something
   *     else, or was changed
   */
  static byte[] decrypt(SecretKeySpec key, byte[] nonce, byte[] boundTo, byte[] sealed) {
    return run(Cipher.DECRYPT_MODE, key, nonce, boundTo, sealed);
  }

  private static byte[] run(
      int mode, SecretKeySpec key, byte[] nonce, byte[] boundTo, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
      cipher.updateAAD(boundTo);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Bytes cannot be sealed or opened with this key", e);
    }
  }
}
