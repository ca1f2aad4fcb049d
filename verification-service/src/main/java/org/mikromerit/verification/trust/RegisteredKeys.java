package org.mikromerit.verification.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.trust.TrustCopy.KnownKey;

/** Organisations' keys, by our own copy; those that were replaced, too. */
@ApplicationScoped
public class RegisteredKeys implements IssuerKeys {
  private final TrustCopy copy;

  RegisteredKeys(TrustCopy copy) {
    this.copy = copy;
  }

  @Override
  public Answer find(VerificationMethodId method) {
    String did = method.did().value();
    try {
      return copy.key(did, method.url())
          .flatMap(RegisteredKeys::held)
          .orElseGet(() -> copy.hasKeys(did) ? new NotTheirs() : new UnknownIssuer());
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  private static Optional<Answer> held(KnownKey key) {
    return PublicKey.fromMultibase(key.publicKeyMultibase())
        .map(usable -> new Held(usable, key.validFrom(), key.validUntil(), key.revokedAt()));
  }
}
