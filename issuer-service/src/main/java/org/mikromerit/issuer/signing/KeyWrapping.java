package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Wraps keys for the database: AES-256-GCM under a key from outside it, bound to the key's id and
 * owner, so that a row copied to another organisation opens for nobody.
 *
 * <p>Form: one byte for the form itself, 12 bytes nonce, then ciphertext and tag.
 */
@ApplicationScoped
public class KeyWrapping {
  private static final byte FORM = 1;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec aesKey;
  private final byte[] check;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param wrappingKey 32 bytes in base64, from a secret store and never from the database: who
   *     steals the one has nothing without the other. There is no default outside development.
   */
  KeyWrapping(@ConfigProperty(name = "mikromerit.key-wrapping-key") Optional<String> wrappingKey) {
    byte[] key = read(wrappingKey.orElse(""));
    this.aesKey = new SecretKeySpec(key, "AES");
    this.check = hmac(key, "wrapping-check");
  }

  private static byte[] read(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Said below without the cause, which would repeat a part of the secret.
    }
    throw new IllegalStateException(
        "MIKROMERIT_KEY_WRAPPING_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32");
  }

  /** Wraps an organisation's key, which has its own id. */
  public byte[] wrap(byte[] secret, UUID keyId, UUID organisation) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, keyId, organisation, secret);
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(FORM)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The key that was wrapped.
   *
   * @throws IllegalStateException if it was wrapped by another key or for another owner, or was
   *     changed
   */
  public byte[] unwrap(byte[] wrapped, UUID keyId, UUID organisation) {
    if (wrapped.length <= 1 + NONCE_BYTES || wrapped[0] != FORM) {
      throw new IllegalStateException("A wrapped key has a form that is not known here");
    }
    var buffer = ByteBuffer.wrap(wrapped, 1, wrapped.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    return cipher(Cipher.DECRYPT_MODE, nonce, keyId, organisation, sealed);
  }

  /** A value by which this wrapping key is known again, and from which it cannot be found. */
  byte[] check() {
    return check.clone();
  }

  private byte[] cipher(int mode, byte[] nonce, UUID keyId, UUID organisation, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, aesKey, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((keyId + "/" + organisation).getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key cannot be wrapped or unwrapped", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
    }
  }
}
