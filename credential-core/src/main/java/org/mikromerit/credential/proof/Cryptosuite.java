package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.KeyType;

/**
 * One way to reduce a document and its proof's options to what is signed (VC Data Integrity 1.0,
 * section 3.3). One sibling class for each way.
 */
public interface Cryptosuite {

  /** As in a proof's {@code cryptosuite}. */
  String name();

  /** Whether keys of this type sign by it. */
  boolean takes(KeyType type);

  /** What a new proof says before it has a value: the options given, and what the suite adds. */
  default JsonObject complete(JsonObject options, JsonObject document) {
    return options;
  }

  /**
   * What is signed: the proof's options and the document, each brought to its one form and hashed.
   *
   * @param document without its proof
   * @param options the proof without its value
   * @param type of the key, whose hash is taken
   * @throws NotCovered if the options have a member that would not be covered
   */
  byte[] signingInput(CoveredDocument document, JsonObject options, KeyType type) throws NotCovered;

  /** Told of the options of a proof that held, on a document that was found valid. */
  default void learn(CoveredDocument document, JsonObject options) {}
}
