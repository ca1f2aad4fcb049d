package org.mikromerit.credential.document;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Building JSON values, and reading members whose kind is not to be trusted. */
public final class JsonTree {

  // Held, because jakarta.json.Json looks its provider up anew at every call.
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JsonTree() {}

  public static JsonObjectBuilder object() {
    return PROVIDER.createObjectBuilder();
  }

  /** A copy to add to. */
  public static JsonObjectBuilder object(JsonObject from) {
    return PROVIDER.createObjectBuilder(from);
  }

  public static JsonArrayBuilder array() {
    return PROVIDER.createArrayBuilder();
  }

  public static JsonArray strings(Collection<String> texts) {
    JsonArrayBuilder array = array();
    texts.forEach(array::add);
    return array.build();
  }

  public static JsonString string(String text) {
    return PROVIDER.createValue(text);
  }

  public static JsonNumber number(long number) {
    return PROVIDER.createValue(number);
  }

  public static JsonNumber number(BigDecimal number) {
    // Without an exponent: 1E+1 and 10 are one number and two spellings.
    return PROVIDER.createValue(number.scale() < 0 ? number.setScale(0) : number);
  }

  /** The member if it is a string. */
  public static Optional<String> text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  /** The member if it is an object. */
  public static Optional<JsonObject> child(JsonObject object, String name) {
    return object.get(name) instanceof JsonObject child ? Optional.of(child) : Optional.empty();
  }

  /**
   * The member's elements, or the member itself where it is not an array; empty if there is none.
   */
  public static List<JsonValue> oneOrMany(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof JsonArray array ? array : List.of(value);
  }

  /** The strings among a member's elements. */
  public static List<String> texts(JsonObject object, String name) {
    List<String> texts = new ArrayList<>();
    for (JsonValue value : oneOrMany(object, name)) {
      if (value instanceof JsonString text) {
        texts.add(text.getString());
      }
    }
    return texts;
  }

  /** The objects among a member's elements. */
  public static List<JsonObject> children(JsonObject object, String name) {
    List<JsonObject> children = new ArrayList<>();
    for (JsonValue value : oneOrMany(object, name)) {
      if (value instanceof JsonObject child) {
        children.add(child);
      }
    }
    return children;
  }

  public static boolean hasType(JsonObject object, String type) {
    return texts(object, "type").contains(type);
  }
}
