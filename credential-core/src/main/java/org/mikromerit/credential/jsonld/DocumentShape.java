package org.mikromerit.credential.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.NotCovered.Code;

/**
 * What is demanded of a document before JSON-LD is let near it, so that a program that reads its
 * members as plain JSON and one that reads its RDF cannot be told different things under one
 * signature.
 *
 * <p>JSON-LD has several ways to write one statement. Whoever holds a signed document could rewrite
 * {@code credentialStatus} as its full IRI, add {@code null}s and empty arrays, or move members
 * between two objects with one id: the RDF, and so the signature, stays the same, while a reader of
 * JSON no longer sees a status. So each statement is accepted in its plain form only.
 */
final class DocumentShape {

  private static final Set<String> KEYWORDS_OF_VALUES = Set.of("@value", "@language");

  private static final Set<JsonValue> DATA_MODELS =
      Set.of(
          JsonTree.string(PinnedContexts.CREDENTIALS_V2),
          JsonTree.string(PinnedContexts.CREDENTIALS_V1));

  private static final int MOST_TYPES_OF_ONE = 16;

  private final Map<String, String> described = new HashMap<>();
  private final PinnedContexts contexts;
  private final int mostPieces;
  private int pieces;

  private DocumentShape(PinnedContexts contexts, int mostPieces) {
    this.contexts = contexts;
    this.mostPieces = mostPieces;
  }

  /**
   * Refuses what is not written plainly; the document's own contexts have been checked before.
   *
   * @param mostPieces objects and types together: for each type of each object its own context is
   *     gone through, so these are what expansion costs
   * @return how many there are
   */
  static int require(JsonObject document, PinnedContexts contexts, int mostPieces)
      throws NotCovered {
    DocumentShape shape = new DocumentShape(contexts, mostPieces);
    for (Map.Entry<String, JsonValue> member : document.entrySet()) {
      if (!member.getKey().equals("@context")) {
        shape.member("", member.getKey(), member.getValue());
      }
    }
    shape.describes("", document);
    return shape.pieces;
  }

  /**
   * Refuses a proof that is not written plainly; its contexts may be those of its document.
   *
   * @return as for {@link #require}
   */
  static int requireProof(
      JsonValue given, JsonObject document, PinnedContexts contexts, int mostPieces)
      throws NotCovered {
    if (!(given instanceof JsonObject proof)) {
      throw uncovered("/proof", "a proof that is none");
    }
    JsonValue named = proof.get("@context");
    if (named != null && !named.equals(document.get("@context"))) {
      throw new NotCovered(Code.CONTEXT_UNSOUND, "/proof/@context", "not the document's");
    }
    return require(proof, contexts, mostPieces);
  }

  /** Refuses contexts that are not strings of the closed set with the data model's first. */
  static void requireKnownContexts(JsonObject document, PinnedContexts known) throws NotCovered {
    List<JsonValue> contexts = JsonTree.oneOrMany(document, "@context");
    if (contexts.isEmpty()) {
      throw new NotCovered(Code.CONTEXT_UNSOUND, "/@context", "no context");
    }
    for (JsonValue context : contexts) {
      if (!(context instanceof JsonString url)) {
        throw new NotCovered(Code.CONTEXT_UNSOUND, "/@context", "a context that is no URL");
      }
      if (!known.contains(url.getString())) {
        throw new NotCovered(Code.CONTEXT_UNKNOWN, url.getString(), "an unknown context");
      }
    }
    if (!DATA_MODELS.contains(contexts.getFirst())) {
      throw new NotCovered(
          Code.CONTEXT_UNSOUND, "/@context", "the data model's context must come first");
    }
    if (contexts.containsAll(DATA_MODELS)) {
      throw new NotCovered(Code.CONTEXT_UNSOUND, "/@context", "two data models");
    }
    if (contexts.stream().distinct().count() != contexts.size()) {
      throw new NotCovered(Code.CONTEXT_UNSOUND, "/@context", "a context is named twice");
    }
  }

  private void member(String parent, String name, JsonValue value) throws NotCovered {
    String place = parent + "/" + name;
    if (name.equals("@context")) {
      throw new NotCovered(Code.CONTEXT_UNSOUND, place, "a context within the document");
    }
    if (name.startsWith("@") && !KEYWORDS_OF_VALUES.contains(name)) {
      throw uncovered(place, "a JSON-LD keyword");
    }
    if (name.contains(":")) {
      String escaped = name.replace("~", "~0").replace("/", "~1");
      throw uncovered(parent + "/" + escaped, "an IRI in place of a term");
    }
    if (name.equals("type")) {
      types(place, value);
    }
    if (name.equals("id")) {
      id(place, value);
    }
    value(place, value);
  }

  private void value(String place, JsonValue value) throws NotCovered {
    switch (value) {
      case JsonObject object -> object(place, object);
      case JsonArray array -> array(place, array);
      default -> {
        if (value == JsonValue.NULL) {
          throw uncovered(place, "null");
        }
      }
    }
  }

  private void count(String place, int more) throws NotCovered {
    pieces += more;
    if (pieces > mostPieces) {
      throw new NotCovered(Code.TOO_COMPLEX, place, "too many objects and types");
    }
  }

  private void object(String place, JsonObject object) throws NotCovered {
    count(place, 1);
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      member(place, member.getKey(), member.getValue());
    }
    describes(place, object);
  }

  private void array(String place, JsonArray array) throws NotCovered {
    if (array.isEmpty()) {
      throw uncovered(place, "an empty array");
    }
    int index = 0;
    for (JsonValue element : array) {
      if (element instanceof JsonArray) {
        throw uncovered(place, "an array within an array");
      }
      value(place + "/" + index++, element);
    }
  }

  private void types(String place, JsonValue value) throws NotCovered {
    List<JsonValue> types = value instanceof JsonArray array ? array : List.of(value);
    if (types.size() > MOST_TYPES_OF_ONE) {
      throw new NotCovered(Code.TOO_COMPLEX, place, "too many types");
    }
    if (Set.copyOf(types).size() != types.size()) {
      throw uncovered(place, "a type that is named twice");
    }
    count(place, types.size());
    for (JsonValue type : types) {
      if (!(type instanceof JsonString text) || !isPlainType(text.getString())) {
        throw uncovered(place, "a type that is neither a term nor a URL that no term stands for");
      }
    }
  }

  /** A term, or a URL (VCDM 2.0, section 4.5) that no term is for: each type has one plain form. */
  private boolean isPlainType(String type) {
    return !type.contains(":")
        || (type.startsWith("http")
            && Iris.plainScheme(type).isPresent()
            && !contexts.mayMean(type));
  }

  private static void id(String place, JsonValue value) throws NotCovered {
    if (!(value instanceof JsonString text) || !Iris.isSound(text.getString())) {
      throw uncovered(place, "an id that is not an absolute IRI");
    }
  }

  private void describes(String place, JsonObject object) throws NotCovered {
    if (object.size() < 2 || !(object.get("id") instanceof JsonString id)) {
      return;
    }
    if (described.putIfAbsent(id.getString(), place) != null) {
      throw uncovered(place, "an id that is described twice");
    }
  }

  private static NotCovered uncovered(String place, String message) {
    return new NotCovered(Code.MEMBER_NOT_COVERED, place, message);
  }
}
