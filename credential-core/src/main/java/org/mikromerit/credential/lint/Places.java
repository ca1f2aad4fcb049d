package org.mikromerit.credential.lint;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** A member's values, each with its place: a member may hold one or an array of them. */
final class Places {

  private Places() {}

  /** A value and where it stands. */
  record Placed(String place, JsonValue value) {}

  static List<Placed> of(JsonObject object, String member) {
    String place = "/" + member;
    JsonValue value = object.get(member);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      return List.of(new Placed(place, value));
    }
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      placed.add(new Placed(place + "/" + i, array.get(i)));
    }
    return placed;
  }
}
