package org.mikromerit.credential.testing;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.JsonTree;

/** Every way to change one thing in a document, and ways to write the same document differently. */
public final class Mutations {

  private Mutations() {}

  /** A changed document, and what was done. */
  public record Mutation(String what, JsonObject document) {}

  /** Each member and element left out once, and each scalar changed once; contexts apart. */
  public static List<Mutation> of(JsonObject document) {
    List<Mutation> mutations = new ArrayList<>();
    document.forEach(
        (name, value) -> {
          mutations.add(new Mutation("without /" + name, without(document, name)));
          if (!name.equals("@context")) {
            of(value)
                .forEach(
                    each ->
                        mutations.add(
                            new Mutation(
                                "/" + name + each.what,
                                JsonTree.object(document).add(name, each.value).build())));
          }
        });
    return mutations;
  }

  private record Changed(String what, JsonValue value) {}

  private static List<Changed> of(JsonValue value) {
    List<Changed> changes = new ArrayList<>();
    switch (value) {
      case JsonObject object ->
          object.forEach(
              (name, member) -> {
                changes.add(new Changed(" without " + name, without(object, name)));
                of(member)
                    .forEach(
                        each ->
                            changes.add(
                                new Changed(
                                    "/" + name + each.what,
                                    JsonTree.object(object).add(name, each.value).build())));
              });
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          changes.add(new Changed(" without element " + i, with(array, i, null)));
          for (Changed each : of(array.get(i))) {
            changes.add(new Changed("/" + i + each.what, with(array, i, each.value)));
          }
        }
      }
      case JsonString text -> {
        changes.add(new Changed(" + x", JsonTree.string(text.getString() + "x")));
        changes.add(new Changed(" emptied", JsonTree.string("")));
      }
      case JsonNumber number ->
          changes.add(new Changed(" + 1", JsonTree.number(number.longValue() + 1)));
      default ->
          changes.add(
              new Changed(" negated", value == JsonValue.TRUE ? JsonValue.FALSE : JsonValue.TRUE));
    }
    return changes;
  }

  /**
   * Each value written in another way that JSON-LD may read alike: alone in an array, as an object
   * that says no more than its value, or taken out of an array of one; contexts and proofs apart.
   */
  public static List<Mutation> rewritten(JsonObject document) {
    List<Mutation> mutations = new ArrayList<>();
    document.forEach(
        (name, value) -> {
          if (!name.equals("@context") && !name.equals("proof")) {
            rewritten(value)
                .forEach(
                    each ->
                        mutations.add(
                            new Mutation(
                                "/" + name + each.what,
                                JsonTree.object(document).add(name, each.value).build())));
          }
        });
    return mutations;
  }

  private static List<Changed> rewritten(JsonValue value) {
    List<Changed> changes = new ArrayList<>();
    switch (value) {
      case JsonObject object -> {
        changes.add(new Changed(" in an array", JsonTree.array().add(object).build()));
        object.forEach(
            (name, member) ->
                rewritten(member)
                    .forEach(
                        each ->
                            changes.add(
                                new Changed(
                                    "/" + name + each.what,
                                    JsonTree.object(object).add(name, each.value).build()))));
      }
      case JsonArray array -> {
        if (array.size() == 1) {
          changes.add(new Changed(" out of its array", array.getFirst()));
        }
        for (int i = 0; i < array.size(); i++) {
          for (Changed each : rewritten(array.get(i))) {
            changes.add(new Changed("/" + i + each.what, with(array, i, each.value)));
          }
        }
      }
      default -> {
        JsonObject asObject = JsonTree.object().add("@value", value).build();
        changes.add(new Changed(" in an array", JsonTree.array().add(value).build()));
        changes.add(new Changed(" as an object", asObject));
        changes.add(
            new Changed(" as an object in an array", JsonTree.array().add(asObject).build()));
      }
    }
    return changes;
  }

  private static JsonObject without(JsonObject object, String name) {
    JsonObjectBuilder rest = JsonTree.object(object);
    rest.remove(name);
    return rest.build();
  }

  private static JsonArray with(JsonArray array, int index, @Nullable JsonValue value) {
    JsonArrayBuilder changed = JsonTree.array();
    for (int i = 0; i < array.size(); i++) {
      if (i != index) {
        changed.add(array.get(i));
      } else if (value != null) {
        changed.add(value);
      }
    }
    return changed.build();
  }

  /** The same document with the members of all objects in another order. */
  public static JsonObject shuffled(JsonObject object, Random random) {
    List<Map.Entry<String, JsonValue>> members = new ArrayList<>(object.entrySet());
    Collections.shuffle(members, random);
    JsonObjectBuilder shuffled = JsonTree.object();
    members.forEach(member -> shuffled.add(member.getKey(), shuffled(member.getValue(), random)));
    return shuffled.build();
  }

  private static JsonValue shuffled(JsonValue value, Random random) {
    return switch (value) {
      case JsonObject object -> shuffled(object, random);
      case JsonArray array -> {
        JsonArrayBuilder elements = JsonTree.array();
        array.forEach(element -> elements.add(shuffled(element, random)));
        yield elements.build();
      }
      default -> value;
    };
  }

  /** The same JSON with white space wherever JSON allows it. */
  public static String spaced(JsonObject object) {
    StringBuilder spaced = new StringBuilder();
    boolean inText = false;
    boolean escaped = false;
    for (char c : object.toString().toCharArray()) {
      if (inText) {
        inText = escaped || c != '"';
        escaped = !escaped && c == '\\';
        spaced.append(c);
      } else {
        inText = c == '"';
        spaced.append("{}[]:,".indexOf(c) < 0 ? "" + c : "\n\t " + c + " \r\n");
      }
    }
    return spaced.toString();
  }
}
