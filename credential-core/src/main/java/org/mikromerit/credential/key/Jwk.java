package org.mikromerit.credential.key;

import jakarta.json.JsonObject;
import java.util.Arrays;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;

/** Public keys as JSON Web Keys (RFC 7517, RFC 7518, RFC 8037). */
public final class Jwk {
  private Jwk() {}

  public static JsonObject of(PublicKey key) {
    KeyType type = key.type();
    if (!type.isEllipticCurve()) {
      return JsonTree.object()
          .add("kty", "OKP")
          .add("crv", "Ed25519")
          .add("x", Base64Url.encode(key.raw()))
          .build();
    }
    byte[] point = RawKeys.uncompressed(type, key.raw());
    int half = type.secretSize();
    return JsonTree.object()
        .add("kty", "EC")
        .add("crv", type == KeyType.P256 ? "P-256" : "P-384")
        .add("x", Base64Url.encode(Arrays.copyOfRange(point, 1, 1 + half)))
        .add("y", Base64Url.encode(Arrays.copyOfRange(point, 1 + half, point.length)))
        .build();
  }
}
