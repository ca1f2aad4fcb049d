package org.mikromerit.credential.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.Unicode;

/**
 * A document taken apart into what it shares with others of its kind and what is its own.
 *
 * @param common everything but its own values, in one text that no other document without them has:
 *     names, constants, numbers, their order, and where an own value stands and of what kind it is
 * @param own the values at the places where credentials of one definition differ, in their order
 */
record Outline(String common, List<Own> own) {

  private static final int LONGEST = 64 * 1024;
  private static final int MOST_OWN = 256;

  /**
   * A value of a document's own.
   *
   * @param iri whether it names something, rather than being shown
   * @param id whether it names the very object that it stands in
   */
  record Own(String value, boolean iri, boolean id) {}

  /** Where own values stand, by the names of members from the top; arrays do not show. */
  private static final Place TOP =
      new Place()
          .iris("id", "verificationMethod")
          .texts("validFrom", "validUntil", "awardedDate", "created")
          .within(
              "credentialSubject",
              new Place()
                  .iris("id")
                  .texts("encodedList")
                  .within("identifier", new Place().texts("identityHash"))
                  .within("result", new Place().texts("value")))
          .within(
              "evidence",
              new Place().iris("id").texts("name", "narrative").within("partStatus", status()))
          .within("credentialStatus", status());

  private static Place status() {
    return new Place().iris("id", "statusListCredential").texts("statusListIndex");
  }

  /**
   * The outline of a document; empty where an own value is such that it might mean something else
   * than another in its place would, or where there is too much of it.
   */
  static Optional<Outline> of(JsonObject document) {
    Writer writer = new Writer();
    return writer.object(document, TOP) && writer.common.length() <= LONGEST
        ? Optional.of(new Outline(writer.common.toString(), List.copyOf(writer.own)))
        : Optional.empty();
  }

  /** The document with other values of its own, as many as it has. */
  static JsonObject with(JsonObject document, List<String> values) {
    return object(document, TOP, values.iterator());
  }

  /** What is its own below one object. */
  private static final class Place {

    private final Map<String, Place> within = new HashMap<>();
    private final Map<String, Boolean> isIri = new HashMap<>();

    Place iris(String... names) {
      for (String name : names) {
        isIri.put(name, true);
      }
      return this;
    }

    Place texts(String... names) {
      for (String name : names) {
        isIri.put(name, false);
      }
      return this;
    }

    Place within(String name, Place place) {
      within.put(name, place);
      return this;
    }
  }

  /** Writes what is common, each text behind its length, so that no two ways to read it exist. */
  private static final class Writer {

    private final StringBuilder common = new StringBuilder(4096);
    private final List<Own> own = new ArrayList<>();

    private boolean object(JsonObject object, @Nullable Place place) {
      common.append('{');
      for (Map.Entry<String, JsonValue> member : object.entrySet()) {
        String name = member.getKey();
        text(name);
        if (!member(name, member.getValue(), place)) {
          return false;
        }
      }
      common.append('}');
      return true;
    }

    private boolean member(String name, JsonValue value, @Nullable Place place) {
      Boolean isIri = place == null ? null : place.isIri.get(name);
      if (isIri != null && value instanceof JsonString text) {
        return own(text.getString(), isIri, name.equals("id"));
      }
      return value(value, place == null ? null : place.within.get(name));
    }

    private boolean own(String value, boolean isIri, boolean isId) {
      if (isIri) {
        Optional<String> scheme = Iris.plainScheme(value);
        if (scheme.isEmpty()) {
          return false;
        }
        common.append('i').append(scheme.get());
      } else {
        common.append('t');
      }
      own.add(new Own(value, isIri, isId));
      return own.size() <= MOST_OWN && Unicode.isWellFormed(value);
    }

    private boolean value(JsonValue value, @Nullable Place place) {
      return switch (value) {
        case JsonObject object -> object(object, place);
        case JsonArray array -> array(array, place);
        case JsonString text -> {
          common.append('s');
          text(text.getString());
          yield true;
        }
        case JsonNumber number -> {
          common.append('n');
          text(number.toString());
          yield true;
        }
        default -> {
          common.append(value == JsonValue.TRUE ? '+' : '-');
          yield value != JsonValue.NULL;
        }
      };
    }

    private boolean array(JsonArray array, @Nullable Place place) {
      common.append('[');
      for (JsonValue element : array) {
        if (!value(element, place)) {
          return false;
        }
      }
      common.append(']');
      return true;
    }

    private void text(String text) {
      common.append(text.length()).append(':').append(text);
    }
  }

  private static JsonObject object(
      JsonObject object, @Nullable Place place, Iterator<String> values) {
    JsonObjectBuilder filled = JsonTree.object();
    object.forEach(
        (name, value) -> {
          boolean isOwn =
              place != null && place.isIri.containsKey(name) && value instanceof JsonString;
          filled.add(
              name,
              isOwn
                  ? JsonTree.string(values.next())
                  : value(value, place == null ? null : place.within.get(name), values));
        });
    return filled.build();
  }

  private static JsonValue value(JsonValue value, @Nullable Place place, Iterator<String> values) {
    return switch (value) {
      case JsonObject object -> object(object, place, values);
      case JsonArray array -> {
        JsonArrayBuilder filled = JsonTree.array();
        array.forEach(element -> filled.add(value(element, place, values)));
        yield filled.build();
      }
      default -> value;
    };
  }
}
