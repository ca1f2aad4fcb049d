package org.mikromerit.credential.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * A document whose every member is part of its canonical form, and so of whatever is signed over
 * that.
 */
public final class CoveredDocument {
  private static final String USUAL_HASH = "SHA-256";

  private final JsonObject json;
  private final JsonArray expanded;
  private final String quads;

  private CoveredDocument(JsonObject json, JsonArray expanded, String quads) {
    this.json = json;
    this.expanded = expanded;
    this.quads = quads;
  }

  static CoveredDocument of(JsonObject json, JsonArray expanded) throws NotCovered {
    return new CoveredDocument(json, expanded, Canonicalisation.of(expanded, USUAL_HASH));
  }

  /** As it was given, without its proof. */
  public JsonObject json() {
    return json;
  }

  /** The canonical N-Quads of RDFC-1.0 with SHA-256. */
  public String quads() {
    return quads;
  }

  /**
   * The canonical N-Quads of RDFC-1.0 with a hash of one's choice, by which blank nodes get their
   * names.
   *
   * @param hash by Java's name
   * @throws NotCovered if the document is more entangled than we canonicalise
   */
  public String quads(String hash) throws NotCovered {
    return hash.equals(USUAL_HASH) ? quads : Canonicalisation.of(expanded, hash);
  }

  /**
   * Holds a part, such as a proof, against the document: it names the same contexts or none.
   *
   * @throws NotCovered if it names others, which would give its words another meaning
   */
  public void requireSameContexts(JsonObject part) throws NotCovered {
    JsonValue named = part.get("@context");
    if (named != null && !named.equals(json.get("@context"))) {
      throw new NotCovered(NotCovered.Code.CONTEXT_UNSOUND, "@context", "not the document's");
    }
  }
}
