package org.mikromerit.credential.did;

import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.PublicKey;

/** What a DID resolves to (W3C DID 1.0), with keys as Multikeys for signing credentials. */
public final class DidDocument {

  /** The media type to serve it as. */
  public static final String MEDIA_TYPE = "application/did+json";

  private DidDocument() {}

  /**
   * One key of the document.
   *
   * @param revokedAt set once the key must no longer be believed; a key that was merely replaced
   *     stays believed, or what it signed would no longer verify
   */
  public record Key(String fragment, PublicKey key, @Nullable Instant revokedAt) {

    /** A key that stands, under the name that we give to keys. */
    public static Key of(PublicKey key) {
      return new Key(key.multibase(), key, null);
    }

    private Optional<Instant> revocation() {
      return Optional.ofNullable(revokedAt);
    }
  }

  /** The document's bytes; the same keys in the same order give the same bytes. */
  public static byte[] compose(Did did, List<Key> keys) {
    JsonArrayBuilder methods = JsonTree.array();
    JsonArrayBuilder assertion = JsonTree.array();
    for (Key key : keys) {
      String id = new VerificationMethodId(did, key.fragment()).url();
      var method =
          JsonTree.object()
              .add("id", id)
              .add("type", "Multikey")
              .add("controller", did.value())
              .add("publicKeyMultibase", key.key().multibase());
      key.revocation().ifPresent(at -> method.add("revoked", at.toString()));
      methods.add(method);
      if (key.revocation().isEmpty()) {
        assertion.add(id);
      }
    }
    return StrictJson.write(
        JsonTree.object()
            .add(
                "@context",
                JsonTree.array()
                    .add("https://www.w3.org/ns/did/v1")
                    .add("https://w3id.org/security/multikey/v1"))
            .add("id", did.value())
            .add("verificationMethod", methods)
            .add("assertionMethod", assertion)
            .build());
  }
}
