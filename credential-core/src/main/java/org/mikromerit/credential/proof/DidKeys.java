package org.mikromerit.credential.proof;

import java.util.Optional;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;

/**
 * The keys that are in the identifiers themselves (did:key), and for all others those of a next
 * source.
 */
public final class DidKeys implements IssuerKeys {

  private final IssuerKeys others;

  public DidKeys(IssuerKeys others) {
    this.others = others;
  }

  @Override
  public Answer find(VerificationMethodId method) {
    if (!method.did().method().equals("key")) {
      return others.find(method);
    }
    Optional<PublicKey> key = DidKey.key(method.did());
    if (key.isEmpty()) {
      // A did:key of a kind of key that we do not know.
      return new UnknownIssuer();
    }
    return key.get().multibase().equals(method.fragment())
        ? Held.always(key.get())
        : new NotTheirs();
  }
}
