package org.mikromerit.credential.check;

import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.did.VerificationMethodId;

/**
 * Whether the document at hand stood in the ledger before its key was compromised, by the time at
 * which the ledger learned of it: what a document says of its own time, a thief could write too.
 */
public interface CompromisedKeys {

  /** What is known of the document, which a compromised key signed and which has this id. */
  Answer find(VerificationMethodId key, CredentialId credential);

  /** Knows of no key. */
  static CompromisedKeys none() {
    return (_, _) -> new NotToldYet();
  }

  /** What is known. */
  sealed interface Answer {}

  /** These very bytes stood in the ledger before the key was compromised. */
  record RegisteredBefore() implements Answer {}

  /**
   * A credential of that id stood in the ledger, in other bytes: perhaps the same, written
   * otherwise, perhaps a forgery.
   */
  record RegisteredOtherwise() implements Answer {}

  /** No such credential stood in the ledger. */
  record NotRegistered() implements Answer {}

  /** The ledger has not said yet what stood in it. */
  record NotToldYet() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
