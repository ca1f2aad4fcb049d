package org.mikromerit.credential.did;

import java.util.Optional;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.PublicKey;

/** DIDs that are their own key, as a JSON Web Key (did:jwk): nothing needs to be looked up. */
public final class DidJwk {

  /** The one name that the method gives to the key. */
  public static final String FRAGMENT = "0";

  private DidJwk() {}

  /** The key, if this is a did:jwk of a kind of key that we know, and one that signs. */
  public static Optional<PublicKey> key(Did did) {
    return did.method().equals("jwk")
        ? Base64Url.decode(did.methodSpecificId()).flatMap(DidJwk::read)
        : Optional.empty();
  }

  private static Optional<PublicKey> read(byte[] json) {
    try {
      return Jwk.read(StrictJson.parse(json));
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }
}
