package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.document.StrictJson;

/**
 * A JSON-LD context whose bytes are known: what a URL stands for here, whatever its server may say.
 */
public final class PinnedContext {

  private final String url;
  private final byte[] bytes;
  private final JsonObject document;

  private PinnedContext(String url, byte[] bytes, JsonObject document) {
    this.url = url;
    this.bytes = bytes;
    this.document = document;
  }

  /**
   * A context of these bytes.
   *
   * @param sha256 of the bytes, in hexadecimal
   * @throws IllegalStateException if the bytes are others than those that were pinned
   */
  public static PinnedContext of(String url, byte[] bytes, String sha256) {
    String found = Sha256.hex(bytes);
    if (!found.equals(sha256)) {
      throw new IllegalStateException(
          "the context " + url + " was changed: SHA-256 " + found + ", pinned " + sha256);
    }
    try {
      return new PinnedContext(url, bytes.clone(), StrictJson.parse(bytes, Bounds.CREDENTIAL));
    } catch (MalformedJson e) {
      throw new IllegalStateException("the context " + url + " is not JSON", e);
    }
  }

  static PinnedContext resource(String url, String file, String sha256) {
    try (InputStream resource = PinnedContext.class.getResourceAsStream("contexts/" + file)) {
      if (resource == null) {
        throw new IllegalStateException("the context " + url + " is missing from the program");
      }
      return of(url, resource.readAllBytes(), sha256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return url;
  }

  /** Exactly what was pinned. */
  public byte[] bytes() {
    return bytes.clone();
  }

  JsonObject document() {
    return document;
  }
}
