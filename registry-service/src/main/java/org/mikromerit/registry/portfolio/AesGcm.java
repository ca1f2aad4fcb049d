package org.mikromerit.registry.portfolio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256 in Galois/Counter Mode (NIST SP 800-38D), bound to a text that names what is sealed. */
final class AesGcm {
  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private AesGcm() {}

  static byte[] seal(byte[] key, byte[] nonce, String bound, byte[] clear) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(clear);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java platform", e);
    }
  }

  /**
   * @throws IllegalStateException if it was sealed under another key or for another name, or was
   *     changed
   */
  static byte[] open(byte[] key, byte[] nonce, String bound, byte[] sealed) {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, bound).doFinal(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("What is sealed does not open under its key", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
