package org.mikromerit.credential.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mikromerit.credential.jsonld.NotCovered.Code;

/**
 * Looks through an expanded document for what the step to RDF would drop without a word: relative
 * identifiers and types, which the processor's own policy lets pass, and malformed language tags.
 * Counts nodes on its way.
 */
final class ExpandedForm {

  private static final int MOST_NODES = 1_000;
  private static final int MOST_BLANK_NODES = 300;
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  // Each proof, and each credential that is shown, is a graph of its own (VC Data Integrity 1.0,
  // section 2.1; VCDM 2.0, section 4.13).
  private static final Set<String> GRAPHS =
      Set.of(
          "https://w3id.org/security#proof",
          "https://www.w3.org/2018/credentials#verifiableCredential");

  private int nodes;
  private int blankNodes;

  private ExpandedForm() {}

  static void require(JsonArray expanded) throws NotCovered {
    if (expanded.size() != 1) {
      throw uncovered("", "a document that says nothing");
    }
    new ExpandedForm().value("", expanded.getFirst());
  }

  private void value(String property, JsonValue value) throws NotCovered {
    switch (value) {
      case JsonArray array -> {
        for (JsonValue element : array) {
          value(property, element);
        }
      }
      case JsonObject object when object.containsKey("@value") -> literal(property, object);
      case JsonObject object when object.containsKey("@list") -> list(property, object);
      case JsonObject graph
          when GRAPHS.contains(property) && graph.size() == 1 && graph.containsKey("@graph") ->
          value(property, graph.get("@graph"));
      case JsonObject object -> node(property, object);
      default -> throw uncovered(property, "a value that stands for nothing");
    }
  }

  private static void literal(String property, JsonObject literal) throws NotCovered {
    for (Map.Entry<String, JsonValue> member : literal.entrySet()) {
      switch (member.getKey()) {
        case "@value" -> {}
        case "@type" -> {
          if (!isAbsolute(member.getValue()) && !isJson(member.getValue())) {
            throw uncovered(property, "a datatype that is not an absolute IRI");
          }
        }
        case "@language" -> {
          if (!(member.getValue() instanceof JsonString tag)
              || !LANGUAGE.matcher(tag.getString()).matches()) {
            throw uncovered(property, "a malformed language tag");
          }
        }
        default -> throw uncovered(property, "a member of a value that RDF does not know");
      }
    }
  }

  private static boolean isJson(JsonValue type) {
    return type instanceof JsonString text && text.getString().equals("@json");
  }

  private void list(String property, JsonObject list) throws NotCovered {
    if (list.size() != 1) {
      throw uncovered(property, "a member of a list that RDF does not know");
    }
    // Expansion makes it an array; each element becomes a blank node of its own.
    JsonArray elements = list.getJsonArray("@list");
    blankNodes += elements.size();
    value(property, elements);
  }

  private void node(String property, JsonObject node) throws NotCovered {
    if (++nodes > MOST_NODES) {
      throw new NotCovered(Code.TOO_COMPLEX, property, "too many nodes");
    }
    if (!node.containsKey("@id") && ++blankNodes > MOST_BLANK_NODES) {
      throw new NotCovered(Code.TOO_COMPLEX, property, "too many blank nodes");
    }
    if (Envelope.isExpanded(node)) {
      return;
    }
    for (Map.Entry<String, JsonValue> member : node.entrySet()) {
      switch (member.getKey()) {
        case "@id" -> {
          if (!isAbsolute(member.getValue())) {
            throw uncovered(property, "an identifier that is not an absolute IRI");
          }
        }
        case "@type" -> types((JsonArray) member.getValue());
        case String keyword when keyword.startsWith("@") ->
            throw uncovered(property, "a JSON-LD keyword");
        case String iri -> {
          if (!Iris.isSound(iri)) {
            throw uncovered(iri, "a member that no context defines");
          }
          value(iri, member.getValue());
        }
      }
    }
  }

  private static void types(JsonArray types) throws NotCovered {
    for (JsonValue type : types) {
      if (!isAbsolute(type)) {
        throw uncovered(
            type instanceof JsonString text ? text.getString() : "",
            "a type that no context defines");
      }
    }
  }

  private static boolean isAbsolute(JsonValue iri) {
    return iri instanceof JsonString text && Iris.isSound(text.getString());
  }

  private static NotCovered uncovered(String place, String message) {
    return new NotCovered(Code.MEMBER_NOT_COVERED, place, message);
  }
}
