package org.mikromerit.credential.jws;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;

/**
 * A signed statement in JWS compact serialisation (RFC 7515, section 7.1), by the algorithm of its
 * key's type and no other, the key named by a DID URL or brought along. A key that is brought along
 * is good for nothing but to find the same among those that are trusted already, and an address to
 * fetch one from ({@code jku}, {@code x5u}) is not even read.
 *
 * <p>What was only read is not believed: the payload comes out together with the proof that a given
 * key signed it.
 */
public final class CompactJws {

  /** The longest text that is read, in characters. */
  public static final int LONGEST = 16 * 1024 * 1024;

  /** The type of a statement that does not say any. */
  public static final String UNTYPED = "";

  // Room for the longest key, as its own name twice and once more as a JWK.
  private static final int LONGEST_HEADER = 4_000;

  private final String type;
  private final String algorithm;
  private final Optional<VerificationMethodId> name;
  private final Optional<PublicKey> brought;
  private final byte[] payload;
  private final byte[] signingInput;
  private final byte[] signature;

  private CompactJws(
      String type,
      String algorithm,
      Optional<VerificationMethodId> name,
      Optional<PublicKey> brought,
      byte[] payload,
      byte[] signingInput,
      byte[] signature) {
    this.type = type;
    this.algorithm = algorithm;
    this.name = name;
    this.brought = brought;
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
    return sign(header(type, signingKey).add("kid", key.url()).build(), payload, signingKey);
  }

  /** Signs a payload that itself says, or whose reader knows, by whose key. */
  public static String signUnnamed(String type, byte[] payload, SigningKey signingKey) {
    return sign(header(type, signingKey).build(), payload, signingKey);
  }

  private static JsonObjectBuilder header(String type, SigningKey signingKey) {
    JsonObjectBuilder header =
        JsonTree.object().add("alg", signingKey.publicKey().type().jwsAlgorithm());
    return type.equals(UNTYPED) ? header : header.add("typ", type);
  }

  private static String sign(JsonObject header, byte[] payload, SigningKey signingKey) {
    String signed = Base64Url.encode(StrictJson.write(header)) + "." + Base64Url.encode(payload);
    return signed + "." + Base64Url.encode(signingKey.sign(ascii(signed)));
  }

  /**
   * The statement as it stands, not yet believed; empty if this is none of ours in form, or its key
   * is not named.
   */
  public static Optional<CompactJws> parse(String text) {
    return parseUnnamed(text).filter(statement -> statement.name.isPresent());
  }

  /** The same, also where the key is not named, or in a way that says nothing to us. */
  public static Optional<CompactJws> parseUnnamed(String text) {
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
    Optional<VerificationMethodId> name =
        member(header.get(), "kid").flatMap(VerificationMethodId::parse);
    // Who names a key is taken at that, whatever else comes along.
    Optional<PublicKey> brought =
        name.isPresent()
            ? Optional.empty()
            : JsonTree.child(header.get(), "jwk").flatMap(Jwk::read);
    String type = member(header.get(), "typ").orElse(UNTYPED);
    String algorithm = member(header.get(), "alg").orElse("");
    byte[] signingInput = ascii(parts.get(0) + "." + parts.get(1));
    return Optional.of(
        new CompactJws(
            type, algorithm, name, brought, payload.get(), signingInput, signature.get()));
  }

  /** What the statement claims to be; {@link #UNTYPED} if it does not. */
  public String type() {
    return type;
  }

  /**
   * The key that it claims to be signed by; looked up among keys that are trusted already.
   *
   * @throws java.util.NoSuchElementException if it names none, which those of {@link #parse} do
   */
  public VerificationMethodId key() {
    return name.orElseThrow();
  }

  /**
   * The key that it claims to be signed by: the one that it names, or else the one that it brings
   * along, by our own name for it, as a key of the issuer whom its payload names. Nothing of that
   * is believed; it says what to look up.
   */
  public Optional<VerificationMethodId> claimedKey() {
    return name.or(
        () ->
            brought.flatMap(
                key ->
                    object(payload)
                        .flatMap(Did::issuerOf)
                        .map(issuer -> VerificationMethodId.of(issuer, key))));
  }

  /** The payload, if it is of this type and this key signed it; nothing otherwise. */
  public Optional<byte[]> payload(String wantedType, PublicKey signer) {
    // What the header says of the algorithm chooses nothing: the key's type does.
    return type.equals(wantedType)
            && signer.type().isNamedByJws(algorithm)
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
