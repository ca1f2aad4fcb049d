package org.mikromerit.verification.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.did.VerificationMethodId;

/** Keeps what the registry stated of compromised keys. */
public interface CompromiseCopy {

  /** Keeps a part, in place of what was known of it. */
  void keep(StatedPart part);

  /**
   * What is known of a document that the key signed.
   *
   * @param credential its id, where it has one
   * @param digest SHA-256 of its bytes, in hexadecimal
   * @throws org.mikromerit.kit.sql.CopyUnavailable if the copy cannot be read
   */
  CompromisedKeys.Answer find(
      VerificationMethodId key, Optional<CredentialId> credential, String digest);

  /**
   * Some of what stood in the ledger before a key was compromised.
   *
   * @param method how proofs name the key
   * @param registry whose ledger it is
   * @param part from 0
   * @param parts that there are of it
   */
  record StatedPart(
      UUID key,
      String method,
      String registry,
      Instant since,
      int part,
      int parts,
      List<Registered> registered) {}

  /**
   * A credential that stood there.
   *
   * @param digest SHA-256 of its bytes, in hexadecimal
   */
  record Registered(UUID credential, String digest) {}
}
