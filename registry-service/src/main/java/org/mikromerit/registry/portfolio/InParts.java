package org.mikromerit.registry.portfolio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.sdjwt.SdJwt;

/** A credential as its issuer signed it for its holder to keep parts back. */
final class InParts {

  private InParts() {}

  /** The SD-JWT that a text is; empty if it is none. */
  static Optional<SdJwt> read(byte[] text) {
    return SdJwt.parse(new String(text, US_ASCII));
  }

  /**
   * Whether it says exactly what the document says.
   *
   * @param document one that was read before
   */
  static boolean says(SdJwt sdJwt, byte[] document) {
    try {
      return sdJwt.credential().equals(unsigned(document));
    } catch (IllegalArgumentException e) {
      // One whose disclosures do not belong to it: nobody could verify it.
      return false;
    }
  }

  private static JsonObject unsigned(byte[] document) {
    try {
      return JsonTree.object(StrictJson.parse(document)).remove("proof").build();
    } catch (MalformedJson e) {
      throw new IllegalStateException("What is held was read when it came", e);
    }
  }
}
