package org.mikromerit.credential.check;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.document.StrictJson;

/**
 * What a document's issuer signed and the ledger knows by its digest: the text of a document with
 * its proof, a token, or of an SD-JWT the token without what its holder chooses to show. What it
 * came in, and blanks around it in a file, are not of it.
 *
 * @param digest SHA-256 in hexadecimal, made only for who needs it
 */
record SignedForm(Supplier<String> digest) {

  static SignedForm document(byte[] text) {
    return new SignedForm(() -> Sha256.hex(stripped(text)));
  }

  /** Of one whose own text did not come to us. */
  static SignedForm document(JsonObject document) {
    return new SignedForm(() -> Sha256.hex(StrictJson.write(document)));
  }

  static SignedForm token(String token) {
    return new SignedForm(
        () -> Sha256.hex(token.split("~", 2)[0].getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] stripped(byte[] text) {
    int from = 0;
    int to = text.length;
    while (from < to && isBlank(text[from])) {
      from++;
    }
    while (to > from && isBlank(text[to - 1])) {
      to--;
    }
    return Arrays.copyOfRange(text, from, to);
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
