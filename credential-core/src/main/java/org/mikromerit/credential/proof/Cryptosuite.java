package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;

/**
 * One way to sign a document within itself (VC Data Integrity 1.0, section 3.3). One sibling class
 * each.
 */
public interface Cryptosuite {

  /** As in a proof's {@code cryptosuite}. */
  String name();

  /**
   * What is signed: the proof's options and the document, each brought to its one form and hashed.
   *
   * @param document without its proof
   * @param options the proof without its value
   * @throws NotCovered if the options have a member that would not be covered
   */
  byte[] signingInput(CoveredDocument document, JsonObject options) throws NotCovered;

  /** The text for {@code proofValue}. */
  String sign(SigningKey key, byte[] signingInput);

  /** Whether the value is the key's signature of the input; false for whatever is malformed. */
  boolean verifies(PublicKey key, byte[] signingInput, String proofValue);
}
