package org.mikromerit.issuer.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import org.mikromerit.kit.sealing.Sealing;

/**
 * Encrypts a batch's rows for the time that they wait, under the batch's own key, each row bound to
 * its place.
 */
final class RowCipher {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID batch;
  private final Sealing sealing;

  RowCipher(UUID batch, byte[] key) {
    this.batch = batch;
    this.sealing = Sealing.under(key);
  }

  byte[] encrypt(int number, SentRow row) {
    try {
      return sealing.seal(JSON.writeValueAsBytes(row), place(number));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row cannot be written", e);
    }
  }

  SentRow decrypt(int number, byte[] content) {
    try {
      return JSON.readValue(sealing.open(content, place(number)), SentRow.class);
    } catch (IOException e) {
      throw new IllegalStateException("A row cannot be read", e);
    }
  }

  private String place(int number) {
    return batch + "/" + number;
  }
}
