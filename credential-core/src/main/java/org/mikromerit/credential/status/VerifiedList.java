package org.mikromerit.credential.status;

import java.net.URI;
import java.time.Instant;
import org.mikromerit.credential.did.VerificationMethodId;

/** A status list of either form whose issuer's signature was verified. */
public sealed interface VerifiedList permits VerifiedStatusList, VerifiedTokenList {

  /** The key that signed it; whoever keeps the list asks whether the key still counts. */
  VerificationMethodId key();

  /** Where it is published, and its name. */
  URI url();

  /** When it was signed, as its signer says; its key was in use then. */
  Instant issuedAt();

  /** How much memory its bits take. */
  int bytes();
}
