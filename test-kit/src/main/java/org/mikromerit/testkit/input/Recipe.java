package org.mikromerit.testkit.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes of a few words what is large: the README beside the files of {@code bad-input} says which
 * words there are.
 *
 * @param names what stands for <code>${…}</code>
 * @param documents sound ones, by name
 */
public record Recipe(Map<String, String> names, Function<String, JsonNode> documents) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The same, which knows one more name. */
  public Recipe knowing(String name, String value) {
    var more = new HashMap<>(names);
    more.put(name, value);
    return new Recipe(more, documents);
  }

  /** The same, which knows one more document. */
  public Recipe knowing(String name, JsonNode document) {
    return new Recipe(names, which -> which.equals(name) ? document : documents.apply(which));
  }

  /** What the recipe makes. */
  public JsonNode made(JsonNode recipe) {
    return make(recipe);
  }

  /** One text, of a text or of pieces. */
  public String text(JsonNode recipe) {
    if (!recipe.isArray()) {
      JsonNode made = make(recipe);
      return made.isTextual() ? made.asText() : made.toString();
    }
    var text = new StringBuilder();
    recipe.forEach(piece -> text.append(text(piece)));
    return text.toString();
  }

  /** The document with each edit made, in order. */
  public JsonNode edit(JsonNode document, JsonNode edits) {
    JsonNode edited = document.deepCopy();
    for (JsonNode edit : edits) {
      String at = edit.path("at").asText();
      int last = at.lastIndexOf('/');
      JsonNode parent = edited.at(at.substring(0, last));
      String name = at.substring(last + 1).replace("~1", "/").replace("~0", "~");
      if (edit.path("remove").asBoolean()) {
        ((ObjectNode) parent).remove(name);
      } else {
        JsonNode value =
            edit.has("copy")
                ? edited.at(edit.get("copy").asText()).deepCopy()
                : make(edit.path("set"));
        if (parent instanceof ArrayNode array) {
          put(array, name, value);
        } else {
          ((ObjectNode) parent).set(name, value);
        }
      }
    }
    return edited;
  }

  private static void put(ArrayNode array, String place, JsonNode value) {
    if (place.equals("-")) {
      array.add(value);
    } else {
      array.set(Integer.parseInt(place), value);
    }
  }

  private JsonNode make(JsonNode recipe) {
    if (recipe.isTextual()) {
      return NODES.textNode(named(recipe.asText()));
    }
    if (recipe.isArray()) {
      ArrayNode array = NODES.arrayNode();
      recipe.forEach(each -> array.add(make(each)));
      return array;
    }
    return recipe instanceof ObjectNode object ? make(object) : recipe;
  }

  private JsonNode make(ObjectNode recipe) {
    int times = recipe.path("$times").asInt();
    if (recipe.has("$text")) {
      return NODES.textNode(named(recipe.get("$text").asText()).repeat(times));
    }
    if (recipe.has("$repeat")) {
      ArrayNode array = NODES.arrayNode();
      for (int i = 0; i < times; i++) {
        array.add(with("i", i).make(recipe.get("$repeat")));
      }
      return array;
    }
    if (recipe.has("$members")) {
      ObjectNode object = NODES.objectNode();
      for (int i = 0; i < times; i++) {
        Recipe each = with("i", i);
        object.set(
            each.named(recipe.path("$named").asText("m${i}")), each.make(recipe.get("$members")));
      }
      return object;
    }
    if (recipe.has("$nest")) {
      JsonNode nested = make(recipe.path("$in"));
      for (int i = 0; i < times; i++) {
        ObjectNode outer =
            (ObjectNode)
                make(
                    recipe.path("$with").isMissingNode()
                        ? NODES.objectNode()
                        : recipe.get("$with"));
        nested = outer.set(recipe.get("$nest").asText(), nested);
      }
      return nested;
    }
    if (recipe.has("$of")) {
      return documents.apply(recipe.get("$of").asText()).at(recipe.path("$at").asText());
    }
    ObjectNode object = NODES.objectNode();
    recipe
        .properties()
        .forEach(member -> object.set(named(member.getKey()), make(member.getValue())));
    return object;
  }

  private Recipe with(String name, int value) {
    return knowing(name, Integer.toString(value));
  }

  private String named(String text) {
    if (!text.contains("${")) {
      return text;
    }
    String whole = text;
    for (var name : names.entrySet()) {
      whole = whole.replace("${" + name.getKey() + "}", name.getValue());
    }
    return whole;
  }
}
