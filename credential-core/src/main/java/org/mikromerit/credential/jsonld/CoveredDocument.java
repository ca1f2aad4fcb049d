package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.mikromerit.credential.document.Sha256;

/**
 * A document whose every member is part of its canonical form, and so of whatever is signed over
 * that.
 *
 * @param json as it was given, without its proof
 * @param quads the canonical N-Quads of RDFC-1.0
 */
public record CoveredDocument(JsonObject json, String quads) {

  /** SHA-256 of the canonical form, in 32 bytes. */
  public byte[] sha256() {
    return Sha256.of(quads.getBytes(StandardCharsets.UTF_8));
  }
}
