package org.mikromerit.verification.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.RecentKeys;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.kit.sql.CopyUnavailable;
import org.mikromerit.verification.trust.TrustCopy.KnownKey;

/** Organisations' keys, by our own copy; those that were replaced, too. */
@ApplicationScoped
public class RegisteredKeys implements IssuerKeys {
  /** More than sign most of what one instance sees in an hour; a kilobyte each. */
  private static final int MOST_KEYS_AT_HAND = 2_000;

  private final TrustCopy copy;
  private final RecentKeys recent = new RecentKeys(MOST_KEYS_AT_HAND);

  RegisteredKeys(TrustCopy copy) {
    this.copy = copy;
  }

  @Override
  public Answer find(VerificationMethodId method) {
    String did = method.did().value();
    try {
      return copy.key(did, method.url())
          .flatMap(this::held)
          .orElseGet(() -> copy.hasKeys(did) ? new NotTheirs() : new UnknownIssuer());
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  // What is known of the key is asked each time; only its form is kept.
  private Optional<Answer> held(KnownKey key) {
    return recent
        .fromMultibase(key.publicKeyMultibase())
        .map(usable -> new Held(usable, key.validFrom(), key.validUntil(), key.revokedAt()));
  }
}
