package org.mikromerit.credential.jws;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;

/**
 * A signed statement in JWS compact serialisation (RFC 7515, section 7.1), by the algorithm of its
 * key's type and no other, the key named by a DID URL.
 *
 * <p>What was only read is not believed: the payload comes out together with the proof that a given
 * key signed it.
 */
public final class CompactJws {

  /** The longest text that is read, in characters. */
  public static final int LONGEST = 16 * 1024 * 1024;

  /** The type of a statement that does not say any. */
  public static final String UNTYPED = "";

  private static final int LONGEST_HEADER = 2_000;

  private final String type;
  private final String algorithm;
  private final VerificationMethodId key;
  private final byte[] payload;
  private final byte[] signingInput;
  private final byte[] signature;

  private CompactJws(
      String type,
      String algorithm,
      VerificationMethodId key,
      byte[] payload,
      byte[] signingInput,
      byte[] signature) {
    this.type = type;
    this.algorithm = algorithm;
    this.key = key;
    this.payload = payload;
    this.signingInput = signingInput;
    this.signature = signature;
  }

  /**
   * Signs the payload.
   *
   * @param type the media type without {@code application/}, so that a statement of one type never
   *     passes for another's
   */
  public static String sign(
      String type, byte[] payload, SigningKey signingKey, VerificationMethodId key) {
    String algorithm = signingKey.publicKey().type().jwsAlgorithm();
    var header = JsonTree.object().add("alg", algorithm);
    if (!type.equals(UNTYPED)) {
      header.add("typ", type);
    }
    String signed =
        Base64Url.encode(StrictJson.write(header.add("kid", key.url()).build()))
            + "."
            + Base64Url.encode(payload);
    return signed + "." + Base64Url.encode(signingKey.sign(ascii(signed)));
  }

  /** The statement as it stands, not yet believed; empty if this is none of ours in form. */
  public static Optional<CompactJws> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    // One more than there may be, so that a text of nothing but dots is not cut into as many.
    List<String> parts = List.of(text.split("\\.", 4));
    if (parts.size() != 3 || parts.getFirst().length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    Optional<JsonObject> header = Base64Url.decode(parts.get(0)).flatMap(CompactJws::object);
    Optional<byte[]> payload = Base64Url.decode(parts.get(1));
    Optional<byte[]> signature = Base64Url.decode(parts.get(2));
    // An extension that must be understood is one that we do not understand (RFC 7515, 4.1.11).
    if (header.isEmpty()
        || payload.isEmpty()
        || signature.isEmpty()
        || header.get().containsKey("crit")
        || header.get().containsKey("typ") != member(header.get(), "typ").isPresent()) {
      return Optional.empty();
    }
    String type = member(header.get(), "typ").orElse(UNTYPED);
    String algorithm = member(header.get(), "alg").orElse("");
    byte[] signingInput = ascii(parts.get(0) + "." + parts.get(1));
    return member(header.get(), "kid")
        .flatMap(VerificationMethodId::parse)
        .map(
            key ->
                new CompactJws(type, algorithm, key, payload.get(), signingInput, signature.get()));
  }

  /** What the statement claims to be; {@link #UNTYPED} if it does not. */
  public String type() {
    return type;
  }

  /** The key that it claims to be signed by; looked up among keys that are trusted already. */
  public VerificationMethodId key() {
    return key;
  }

  /** The payload, if it is of this type and this key signed it; nothing otherwise. */
  public Optional<byte[]> payload(String wantedType, PublicKey signer) {
    // What the header says of the algorithm chooses nothing: the key's type does.
    return type.equals(wantedType)
            && algorithm.equals(signer.type().jwsAlgorithm())
            && signer.verifies(signingInput, signature)
        ? Optional.of(payload.clone())
        : Optional.empty();
  }

  private static Optional<String> member(JsonObject header, String name) {
    return header.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  private static Optional<JsonObject> object(byte[] json) {
    try {
      return Optional.of(StrictJson.parse(json));
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
