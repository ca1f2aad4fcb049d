package org.mikromerit.credential.proof;

import java.util.Optional;
import java.util.function.Predicate;
import org.mikromerit.credential.did.DidJwk;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;

/**
 * The keys that are in the identifiers themselves (did:key, did:jwk), and for all others those of a
 * next source.
 */
public final class DidKeys implements IssuerKeys {

  private final IssuerKeys others;

  public DidKeys(IssuerKeys others) {
    this.others = others;
  }

  @Override
  public Answer find(VerificationMethodId method) {
    return switch (method.did().method()) {
      case "key" -> own(DidKey.key(method.did()), key -> key.multibase().equals(method.fragment()));
      case "jwk" -> own(DidJwk.key(method.did()), _ -> method.fragment().equals(DidJwk.FRAGMENT));
      default -> others.find(method);
    };
  }

  private static Answer own(Optional<PublicKey> key, Predicate<PublicKey> isNamed) {
    if (key.isEmpty()) {
      // Of a kind of key that we do not know.
      return new UnknownIssuer();
    }
    return isNamed.test(key.get()) ? Held.always(key.get()) : new NotTheirs();
  }
}
