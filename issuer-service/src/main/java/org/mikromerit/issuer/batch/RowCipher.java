package org.mikromerit.issuer.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a batch's rows for the time that they wait: AES-256-GCM under the batch's own key, each
 * row bound to its place.
 *
 * <p>Form: 12 bytes nonce, then ciphertext and tag.
 */
final class RowCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID batch;
  private final SecretKeySpec key;

  RowCipher(UUID batch, byte[] key) {
    this.batch = batch;
    this.key = new SecretKeySpec(key, "AES");
  }

  static byte[] newKey() {
    return random(KEY_BYTES);
  }

  byte[] encrypt(int number, SentRow row) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, number).doFinal(JSON.writeValueAsBytes(row));
      return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("A row cannot be encrypted", e);
    }
  }

  SentRow decrypt(int number, byte[] content) {
    var buffer = ByteBuffer.wrap(content);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] sealed = new byte[buffer.remaining()];
    buffer.get(sealed);
    try {
      return JSON.readValue(
          cipher(Cipher.DECRYPT_MODE, nonce, number).doFinal(sealed), SentRow.class);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("A row cannot be decrypted", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, int number) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((batch + "/" + number).getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
