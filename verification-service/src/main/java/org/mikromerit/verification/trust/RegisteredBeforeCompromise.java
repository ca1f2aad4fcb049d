package org.mikromerit.verification.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.kit.sql.CopyUnavailable;

/** Whether documents stood in the ledger before their keys were compromised, by our own copy. */
@ApplicationScoped
public class RegisteredBeforeCompromise {
  private final CompromiseCopy copy;

  RegisteredBeforeCompromise(CompromiseCopy copy) {
    this.copy = copy;
  }

  /** The question for one document; what stands around it in a file does not count. */
  public CompromisedKeys of(byte[] document) {
    return (key, credential) -> find(key, credential, Sha256.hex(stripped(document)));
  }

  private CompromisedKeys.Answer find(
      VerificationMethodId key, Optional<CredentialId> credential, String digest) {
    try {
      return copy.find(key, credential, digest);
    } catch (CopyUnavailable _) {
      return new CompromisedKeys.Unavailable();
    }
  }

  private static byte[] stripped(byte[] document) {
    int from = 0;
    int to = document.length;
    while (from < to && isBlank(document[from])) {
      from++;
    }
    while (to > from && isBlank(document[to - 1])) {
      to--;
    }
    return java.util.Arrays.copyOfRange(document, from, to);
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
