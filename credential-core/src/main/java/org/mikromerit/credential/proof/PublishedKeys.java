package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.PublicKey;

/**
 * The keys that somebody else's DID document gives for signing credentials (W3C Controlled
 * Identifiers 1.0, sections 2.2 and 2.3.2). Which keys there were before, such a document does not
 * tell.
 */
public final class PublishedKeys {

  /** A DID document of another: a few keys and services. */
  public static final Bounds BOUNDS = new Bounds(64 * 1024, 16, 2_000, 200, 8 * 1024);

  private static final int MOST_KEYS = 50;

  private final Map<VerificationMethodId, IssuerKeys.Held> keys;

  private PublishedKeys(Map<VerificationMethodId, IssuerKeys.Held> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads the document; empty if it is not this DID's, or says a thing twice.
   *
   * <p>Keys of kinds that we do not know, or under another's control, are passed over.
   */
  public static Optional<PublishedKeys> read(Did did, byte[] document) {
    try {
      JsonObject json = StrictJson.parse(document, BOUNDS);
      return JsonTree.text(json, "id").equals(Optional.of(did.value()))
          ? new Reader(did).keys(json).map(PublishedKeys::new)
          : Optional.empty();
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }

  /**
   * The key, if the document gives it for signing credentials, by that name or as the Multikey that
   * the name is: so a key that a token brings along is found whatever it is called here.
   */
  public IssuerKeys.Answer find(VerificationMethodId method) {
    IssuerKeys.Held named = keys.get(method);
    return named != null
        ? named
        : keys.entrySet().stream()
            .filter(each -> each.getKey().did().equals(method.did()))
            .map(Map.Entry::getValue)
            .filter(held -> held.key().multibase().equals(method.fragment()))
            .<IssuerKeys.Answer>map(held -> held)
            .findFirst()
            .orElseGet(IssuerKeys.NotTheirs::new);
  }

  private record Reader(Did did) {

    Optional<Map<VerificationMethodId, IssuerKeys.Held>> keys(JsonObject json) {
      Map<VerificationMethodId, JsonObject> methods = new HashMap<>();
      for (JsonObject method : JsonTree.children(json, "verificationMethod")) {
        Optional<VerificationMethodId> id = JsonTree.text(method, "id").flatMap(this::id);
        if (id.isPresent() && methods.put(id.get(), method) != null) {
          return Optional.empty();
        }
      }
      List<JsonValue> asserting = JsonTree.oneOrMany(json, "assertionMethod");
      if (methods.size() > MOST_KEYS || asserting.size() > MOST_KEYS) {
        return Optional.empty();
      }
      Map<VerificationMethodId, IssuerKeys.Held> keys = new LinkedHashMap<>();
      for (JsonValue each : asserting) {
        Optional<JsonObject> method = method(each, methods);
        Optional<VerificationMethodId> id =
            method.flatMap(found -> JsonTree.text(found, "id")).flatMap(this::id);
        Optional<IssuerKeys.Held> held = method.flatMap(this::held);
        if (id.isPresent() && held.isPresent() && keys.put(id.get(), held.get()) != null) {
          return Optional.empty();
        }
      }
      return Optional.of(keys);
    }

    /** It stands there itself, or is named. */
    private Optional<JsonObject> method(
        JsonValue asserting, Map<VerificationMethodId, JsonObject> methods) {
      return switch (asserting) {
        case JsonObject embedded -> Optional.of(embedded);
        case JsonString name -> id(name.getString()).map(methods::get);
        default -> Optional.empty();
      };
    }

    private Optional<VerificationMethodId> id(String text) {
      return VerificationMethodId.parse(text.startsWith("#") ? did + text : text)
          .filter(id -> id.did().equals(did));
    }

    private Optional<IssuerKeys.Held> held(JsonObject method) {
      boolean ours = JsonTree.text(method, "controller").equals(Optional.of(did.value()));
      Optional<Instant> expires = time(method, "expires");
      Optional<Instant> revoked = time(method, "revoked");
      // A key whose end cannot be read is no key.
      return ours
              && method.containsKey("expires") == expires.isPresent()
              && method.containsKey("revoked") == revoked.isPresent()
          ? key(method).map(key -> held(key, expires, revoked))
          : Optional.empty();
    }

    private static IssuerKeys.Held held(
        PublicKey key, Optional<Instant> expires, Optional<Instant> revoked) {
      return new IssuerKeys.Held(key, null, expires.orElse(null), revoked.orElse(null));
    }

    private static Optional<PublicKey> key(JsonObject method) {
      return switch (JsonTree.text(method, "type").orElse("")) {
        case "Multikey", "Ed25519VerificationKey2020" ->
            JsonTree.text(method, "publicKeyMultibase").flatMap(PublicKey::fromMultibase);
        case "JsonWebKey", "JsonWebKey2020" ->
            JsonTree.child(method, "publicKeyJwk").flatMap(Jwk::read);
        default -> Optional.empty();
      };
    }

    private static Optional<Instant> time(JsonObject method, String member) {
      return JsonTree.text(method, member).flatMap(Instants::parse);
    }
  }
}
