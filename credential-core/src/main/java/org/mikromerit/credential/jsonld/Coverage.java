package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;

/** Looks documents through for what a signature over their canonical form would not cover. */
public interface Coverage {

  /**
   * A document without its proof, every member of which is covered.
   *
   * @throws NotCovered if any member would be missing from its canonical form
   */
  CoveredDocument cover(JsonObject document) throws NotCovered;

  /**
   * Told of a document, without its proof, that a listed issuer was found to have signed: others
   * like it may then be covered faster.
   */
  default void learn(JsonObject document) {}
}
