package org.mikromerit.verification.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.kit.sql.CopyUnavailable;

/** Whether documents stood in the ledger before their keys were compromised, by our own copy. */
@ApplicationScoped
public class RegisteredBeforeCompromise implements CompromisedKeys {
  private final CompromiseCopy copy;

  RegisteredBeforeCompromise(CompromiseCopy copy) {
    this.copy = copy;
  }

  @Override
  public Answer find(VerificationMethodId key, Optional<CredentialId> credential, String digest) {
    try {
      return copy.find(key, credential, digest);
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }
}
