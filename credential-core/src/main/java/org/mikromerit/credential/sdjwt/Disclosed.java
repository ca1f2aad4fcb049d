package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;

/**
 * A payload in which each digest that a disclosure was given for is replaced by what it stands for,
 * and all others are gone (RFC 9901, section 7.1, step 3).
 *
 * <p>In one thing it differs: an array of which nothing is shown is left out as a member is, for an
 * empty one would say that there is nothing.
 */
final class Disclosed {

  private final Map<String, Disclosure> given = new HashMap<>();
  private final Set<String> met = new HashSet<>();
  private final List<Place> places = new ArrayList<>();
  private final Set<String> withheld = new HashSet<>();
  private JsonObject claims = JsonValue.EMPTY_JSON_OBJECT;

  private Disclosed() {}

  /**
   * Where a disclosure's value stands.
   *
   * @param pointer to it (RFC 6901) in the payload as it was signed
   * @param within the disclosure whose value it is part of; null if none
   */
  record Place(String pointer, Disclosure disclosure, @Nullable Disclosure within) {}

  /**
   * Looks at every digest of the payload, and at those in the disclosures themselves.
   *
   * @throws UnsoundDisclosures if a digest stands twice, a disclosure for none, brings in what is
   *     there already or stands in the place of the other kind, or the hash is another
   */
  static Disclosed of(JsonObject payload, List<Disclosure> disclosures) throws UnsoundDisclosures {
    Disclosed disclosed = new Disclosed();
    for (Disclosure disclosure : disclosures) {
      if (disclosed.given.put(disclosure.digest(), disclosure) != null) {
        throw new UnsoundDisclosures("a disclosure is given twice");
      }
    }
    JsonObjectBuilder signed = JsonTree.object(payload);
    if (payload.containsKey(Digests.ALGORITHM)) {
      if (!JsonTree.text(payload, Digests.ALGORITHM).equals(Optional.of(Digests.SHA_256))) {
        throw new UnsoundDisclosures("another hash than SHA-256");
      }
      signed.remove(Digests.ALGORITHM);
    }
    disclosed.claims = disclosed.object(signed.build(), "", 1, null);
    if (disclosed.places.size() != disclosures.size()) {
      throw new UnsoundDisclosures("a disclosure is for no digest that was signed");
    }
    return disclosed;
  }

  /** What is left to be read. */
  JsonObject claims() {
    return claims;
  }

  /** All that is shown, whatever another is within before that. */
  List<Place> places() {
    return places;
  }

  /** Whether there are digests that nothing is shown for, which may stand for nothing. */
  boolean isPartial() {
    return !withheld.isEmpty();
  }

  /**
   * Whether one of these members may say more than is shown, or none of them is shown and any may
   * be among what is kept back.
   */
  boolean mayWithhold(String... members) {
    return Stream.of(members).anyMatch(this::isPartial)
        || (withheld.contains("") && Stream.of(members).noneMatch(claims::containsKey));
  }

  private boolean isPartial(String member) {
    String pointer = "/" + member;
    return withheld.stream()
        .anyMatch(place -> place.equals(pointer) || place.startsWith(pointer + "/"));
  }

  private JsonValue value(JsonValue value, String pointer, int depth, @Nullable Disclosure within)
      throws UnsoundDisclosures {
    if (depth > Bounds.CREDENTIAL.depth()) {
      throw new UnsoundDisclosures("nested too deep");
    }
    return switch (value) {
      case JsonObject object -> object(object, pointer, depth, within);
      case JsonArray array -> array(array, pointer, depth, within);
      default -> value;
    };
  }

  private JsonObject object(
      JsonObject object, String pointer, int depth, @Nullable Disclosure within)
      throws UnsoundDisclosures {
    JsonObjectBuilder open = JsonTree.object();
    Set<String> names = new HashSet<>(object.keySet());
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (!member.getKey().equals(Digests.MEMBERS)) {
        add(open, member.getKey(), member.getValue(), pointer, depth, within);
      }
    }
    for (String digest : digests(object)) {
      Disclosure disclosure = meet(digest, pointer);
      if (disclosure != null) {
        String name =
            disclosure
                .name()
                .orElseThrow(() -> new UnsoundDisclosures("an element in place of a member"));
        if (!names.add(name)) {
          throw new UnsoundDisclosures("a member is there already");
        }
        places.add(new Place(pointer(pointer, name), disclosure, within));
        add(open, name, disclosure.value(), pointer, depth, disclosure);
      }
    }
    return open.build();
  }

  private void add(
      JsonObjectBuilder open,
      String name,
      JsonValue value,
      String pointer,
      int depth,
      @Nullable Disclosure within)
      throws UnsoundDisclosures {
    if (name.equals(Digests.ELEMENT)) {
      throw new UnsoundDisclosures("an element's digest where no element is");
    }
    JsonValue shown = value(value, pointer(pointer, name), depth + 1, within);
    if (!(value instanceof JsonArray signed
        && !signed.isEmpty()
        && shown.asJsonArray().isEmpty())) {
      open.add(name, shown);
    }
  }

  private static List<String> digests(JsonObject object) throws UnsoundDisclosures {
    if (!object.containsKey(Digests.MEMBERS)) {
      return List.of();
    }
    if (!(object.get(Digests.MEMBERS) instanceof JsonArray array)
        || !array.stream().allMatch(JsonString.class::isInstance)) {
      throw new UnsoundDisclosures("digests that are not texts");
    }
    return array.getValuesAs(JsonString::getString);
  }

  private JsonArray array(JsonArray array, String pointer, int depth, @Nullable Disclosure within)
      throws UnsoundDisclosures {
    JsonArrayBuilder open = JsonTree.array();
    int index = 0;
    for (JsonValue element : array) {
      String place = pointer + "/" + index++;
      if (element instanceof JsonObject object && object.containsKey(Digests.ELEMENT)) {
        Disclosure disclosure = meet(elementDigest(object), pointer);
        if (disclosure != null) {
          if (disclosure.name().isPresent()) {
            throw new UnsoundDisclosures("a member in place of an element");
          }
          places.add(new Place(place, disclosure, within));
          open.add(value(disclosure.value(), place, depth + 1, disclosure));
        }
      } else {
        open.add(value(element, place, depth + 1, within));
      }
    }
    return open.build();
  }

  private static String elementDigest(JsonObject object) throws UnsoundDisclosures {
    return Optional.of(object)
        .filter(only -> only.size() == 1)
        .flatMap(only -> JsonTree.text(only, Digests.ELEMENT))
        .orElseThrow(() -> new UnsoundDisclosures("an element's digest that is none"));
  }

  /** The disclosure that a digest is of, if it is given. */
  private @Nullable Disclosure meet(String digest, String pointer) throws UnsoundDisclosures {
    if (!met.add(digest)) {
      throw new UnsoundDisclosures("a digest stands twice");
    }
    Disclosure disclosure = given.get(digest);
    if (disclosure == null) {
      withheld.add(pointer);
    }
    return disclosure;
  }

  static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
