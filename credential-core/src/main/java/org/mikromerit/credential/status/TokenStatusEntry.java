package org.mikromerit.credential.status;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.mikromerit.credential.document.JsonTree;

/**
 * Where a token's status is told: {@code status_list} in its {@code status} claim (IETF OAuth Token
 * Status List, section 6.2).
 *
 * @param list where the list is published; absolute, without fragment
 * @param index from 0
 */
public record TokenStatusEntry(URI list, int index) implements ListedStatus {

  /** The claim that holds it, and its member there. */
  public static final String CLAIM = "status";

  public static final String TYPE = "status_list";

  /** Checks the index and the address. */
  public TokenStatusEntry {
    if (index < 0 || !list.isAbsolute() || list.getFragment() != null) {
      throw new IllegalArgumentException("not a place in a status list");
    }
  }

  /** As a token's {@code status} claim. */
  public JsonObject json() {
    return JsonTree.object()
        .add(TYPE, JsonTree.object().add("idx", index).add("uri", list.toString()))
        .build();
  }

  /** The entry that the JSON of a {@code status_list} is; empty if it is none. */
  public static Optional<TokenStatusEntry> read(JsonObject json) {
    try {
      return json.get("idx") instanceof JsonNumber index && JsonTree.text(json, "uri").isPresent()
          ? Optional.of(
              new TokenStatusEntry(
                  new URI(JsonTree.text(json, "uri").get()),
                  index.bigDecimalValue().intValueExact()))
          : Optional.empty();
    } catch (URISyntaxException | ArithmeticException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
