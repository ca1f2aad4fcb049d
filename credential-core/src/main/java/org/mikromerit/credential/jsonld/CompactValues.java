package org.mikromerit.credential.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.JsonTree;

/**
 * Undoes what JSON-LD lets anybody do to a signed document without breaking a proof of its meaning:
 * a value that stands alone in an array, or in an object that says no more than its {@code @value},
 * is that value (JSON-LD 1.1, section 4.1; compaction writes it so). Whoever reads members as plain
 * JSON reads them from here, or a member could be hidden by writing it differently.
 */
public final class CompactValues {

  private static final String VALUE = "@value";

  private CompactValues() {}

  /** The document with all such values in their short form; itself if there are none. */
  public static JsonObject of(JsonObject document) {
    @Nullable JsonObjectBuilder compact = null;
    for (Map.Entry<String, JsonValue> member : document.entrySet()) {
      JsonValue value = value(member.getValue());
      if (value != member.getValue()) {
        compact = compact == null ? JsonTree.object(document) : compact;
        compact.add(member.getKey(), value);
      }
    }
    return compact == null ? document : compact.build();
  }

  private static JsonValue value(JsonValue value) {
    return switch (value) {
      case JsonObject object when object.size() == 1 && object.containsKey(VALUE) ->
          object.get(VALUE);
      case JsonObject object -> of(object);
      case JsonArray array when array.size() == 1 -> value(array.getFirst());
      case JsonArray array -> elements(array);
      default -> value;
    };
  }

  private static JsonArray elements(JsonArray array) {
    boolean changed = false;
    JsonArrayBuilder compact = JsonTree.array();
    for (JsonValue element : array) {
      JsonValue value = value(element);
      changed |= value != element;
      compact.add(value);
    }
    return changed ? compact.build() : array;
  }
}
