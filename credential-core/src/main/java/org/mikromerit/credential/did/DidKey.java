package org.mikromerit.credential.did;

import java.util.Optional;
import org.mikromerit.credential.key.PublicKey;

/** DIDs that are their own key (did:key 0.9): nothing needs to be looked up. */
public final class DidKey {

  private DidKey() {}

  public static Did of(PublicKey key) {
    return new Did("did:key:" + key.multibase());
  }

  /** The one name that the method gives to the key. */
  public static VerificationMethodId verificationMethod(PublicKey key) {
    return VerificationMethodId.of(of(key), key);
  }

  /** The key, if this is a did:key of a kind of key that we know. */
  public static Optional<PublicKey> key(Did did) {
    return did.method().equals("key")
        ? PublicKey.fromMultibase(did.methodSpecificId())
        : Optional.empty();
  }
}
