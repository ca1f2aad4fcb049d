package org.mikromerit.credential.check;

import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.did.VerificationMethodId;

/**
 * Whether the document at hand stood in the ledger before its key was compromised, by the time at
 * which the ledger learned of it: what a document says of its own time, a thief could write too.
 */
public interface CompromisedKeys {

  /**
   * What is known of the document, which a compromised key signed.
   *
   * @param credential its id, where it has one of the kind that the platform gives
   * @param digest SHA-256 of what was signed, in hexadecimal
   */
  Answer find(VerificationMethodId key, Optional<CredentialId> credential, String digest);

  /** Knows of no key. */
  static CompromisedKeys none() {
    return (_, _, _) -> new NotToldYet();
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

  /** Neither these bytes nor a credential of that id stood in the ledger. */
  record NotRegistered() implements Answer {}

  /** The ledger has not said yet what stood in it. */
  record NotToldYet() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}
}
