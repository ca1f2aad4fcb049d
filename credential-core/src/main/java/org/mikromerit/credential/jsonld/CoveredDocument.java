package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * A document whose every member is part of its canonical form, and so of whatever is signed over
 * that.
 */
public final class CoveredDocument {

  private final JsonObject json;
  private final CanonicalForm form;
  private final boolean byTemplate;
  private final Map<String, String> quads = HashMap.newHashMap(1);

  CoveredDocument(JsonObject json, CanonicalForm form, boolean byTemplate) {
    this.json = json;
    this.form = form;
    this.byTemplate = byTemplate;
  }

  /** How the canonical N-Quads are come by, which costs more than all else. */
  interface CanonicalForm {
    String quads(String hash) throws NotCovered;
  }

  /**
   * Whether a template stood for its canonicalisation, so that there is nothing to learn from it.
   */
  public boolean isByTemplate() {
    return byTemplate;
  }

  /** As it was given, without its proof. */
  public JsonObject json() {
    return json;
  }

  /**
   * The canonical N-Quads of RDFC-1.0, made when they are first asked for: a signature over the
   * document's text needs none.
   *
   * @param hash by Java's name, by which blank nodes get their names
   * @throws NotCovered if the document is more entangled than we canonicalise
   */
  public synchronized String quads(String hash) throws NotCovered {
    String known = quads.get(hash);
    if (known == null) {
      known = form.quads(hash);
      quads.put(hash, known);
    }
    return known;
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
