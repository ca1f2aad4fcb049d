package org.mikromerit.credential.proof;

import java.time.Instant;
import org.mikromerit.credential.did.VerificationMethodId;

/** What came of checking a document's proofs. */
public sealed interface ProofResult {

  /**
   * The issuer signed exactly this document.
   *
   * @param key what we know of the key that signed
   * @param created when the signer says that it signed, which nobody vouches for
   * @param othersUnchecked whether there are more proofs, by suites that we do not know
   */
  record Holds(
      VerificationMethodId method, IssuerKeys.Held key, Instant created, boolean othersUnchecked)
      implements ProofResult {}

  /** It does not hold, or nobody here can tell. */
  record Fails(ProofFault fault) implements ProofResult {}
}
