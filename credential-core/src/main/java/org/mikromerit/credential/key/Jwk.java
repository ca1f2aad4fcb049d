package org.mikromerit.credential.key;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
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

  /**
   * The public key that the JWK is; empty if it is of another kind, not in its one form, or brings
   * a private key along.
   */
  public static Optional<PublicKey> read(JsonObject jwk) {
    String kind = JsonTree.text(jwk, "kty").orElse("") + " " + JsonTree.text(jwk, "crv").orElse("");
    Optional<byte[]> x = JsonTree.text(jwk, "x").flatMap(Base64Url::decode);
    if (x.isEmpty() || jwk.containsKey("d")) {
      return Optional.empty();
    }
    return switch (kind) {
      case "OKP Ed25519" -> PublicKey.fromRaw(KeyType.ED25519, x.get());
      case "EC P-256" -> point(KeyType.P256, x.get(), jwk);
      case "EC P-384" -> point(KeyType.P384, x.get(), jwk);
      default -> Optional.empty();
    };
  }

  /** Only if both coordinates are those of one point, which the compressed form cannot tell. */
  private static Optional<PublicKey> point(KeyType type, byte[] x, JsonObject jwk) {
    Optional<byte[]> y = JsonTree.text(jwk, "y").flatMap(Base64Url::decode);
    if (y.isEmpty() || x.length != type.secretSize() || y.get().length != type.secretSize()) {
      return Optional.empty();
    }
    byte sign = (byte) (2 + (y.get()[y.get().length - 1] & 1));
    return PublicKey.fromRaw(type, Multibase.concat(new byte[] {sign}, x))
        .filter(key -> JsonTree.text(of(key), "y").equals(JsonTree.text(jwk, "y")));
  }
}
