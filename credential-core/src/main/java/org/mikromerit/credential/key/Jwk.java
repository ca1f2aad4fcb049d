package org.mikromerit.credential.key;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;

/** Public keys as JSON Web Keys (RFC 7517, RFC 7518, RFC 8037). */
public final class Jwk {

  // RFC 7518, sections 6.2.2, 6.3.2, 6.4.1.
  private static final Set<String> SECRETS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  private Jwk() {}

  public static JsonObject of(PublicKey key) {
    return switch (key.type()) {
      case ED25519 ->
          JsonTree.object()
              .add("kty", "OKP")
              .add("crv", "Ed25519")
              .add("x", Base64Url.encode(key.raw()))
              .build();
      case P256 -> point("P-256", key);
      case P384 -> point("P-384", key);
      case RSA -> numbers(RsaKeys.read(key.raw()).orElseThrow());
    };
  }

  private static JsonObject point(String curve, PublicKey key) {
    byte[] point = RawKeys.uncompressed(key.type(), key.raw());
    int half = key.type().secretSize();
    return JsonTree.object()
        .add("kty", "EC")
        .add("crv", curve)
        .add("x", Base64Url.encode(Arrays.copyOfRange(point, 1, 1 + half)))
        .add("y", Base64Url.encode(Arrays.copyOfRange(point, 1 + half, point.length)))
        .build();
  }

  private static JsonObject numbers(RSAPublicKey key) {
    return JsonTree.object()
        .add("kty", "RSA")
        .add("n", Base64Url.encode(unsigned(key.getModulus())))
        .add("e", Base64Url.encode(unsigned(key.getPublicExponent())))
        .build();
  }

  /**
   * The key; empty if it is of a kind that we do not know, is not meant for signatures, or has a
   * secret in it, which everybody may have seen then.
   */
  public static Optional<PublicKey> read(JsonObject jwk) {
    if (SECRETS.stream().anyMatch(jwk::containsKey)
        || (jwk.containsKey("use") && !is(jwk, "use", "sig"))) {
      return Optional.empty();
    }
    return switch (JsonTree.text(jwk, "kty").orElse("")) {
      case "OKP" -> is(jwk, "crv", "Ed25519") ? ed25519(jwk) : Optional.empty();
      case "EC" ->
          switch (JsonTree.text(jwk, "crv").orElse("")) {
            case "P-256" -> point(KeyType.P256, jwk);
            case "P-384" -> point(KeyType.P384, jwk);
            default -> Optional.empty();
          };
      case "RSA" -> numbers(jwk);
      default -> Optional.empty();
    };
  }

  private static boolean is(JsonObject jwk, String member, String value) {
    return JsonTree.text(jwk, member).equals(Optional.of(value));
  }

  private static Optional<PublicKey> ed25519(JsonObject jwk) {
    return bytes(jwk, "x").flatMap(raw -> PublicKey.fromRaw(KeyType.ED25519, raw));
  }

  private static Optional<PublicKey> point(KeyType type, JsonObject jwk) {
    return bytes(jwk, "x")
        .flatMap(x -> bytes(jwk, "y").flatMap(y -> RawKeys.compressed(type, x, y)))
        .flatMap(raw -> PublicKey.fromRaw(type, raw));
  }

  private static Optional<PublicKey> numbers(JsonObject jwk) {
    return number(jwk, "n")
        .flatMap(n -> number(jwk, "e").flatMap(e -> RsaKeys.raw(n, e)))
        .flatMap(raw -> PublicKey.fromRaw(KeyType.RSA, raw));
  }

  private static Optional<byte[]> bytes(JsonObject jwk, String member) {
    return JsonTree.text(jwk, member).flatMap(Base64Url::decode);
  }

  /** A number without noughts before it (RFC 7518, section 2), or one key had many texts. */
  private static Optional<BigInteger> number(JsonObject jwk, String member) {
    return bytes(jwk, member)
        .filter(bytes -> bytes.length > 0 && bytes[0] != 0)
        .map(bytes -> new BigInteger(1, bytes));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
