package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

/**
 * Gives the signer that an organisation has now. Which key that is, is asked of the database each
 * time, so that a key withdrawn on another replica signs nothing more here; what is kept in memory
 * is the unwrapped form of keys that are asked for.
 */
@ApplicationScoped
public class Signers {
  private final OrganisationKeys keys;
  private final KeyWrapping wrapping;
  private final DocumentSigner documents;
  private final Map<UUID, Signer> unwrapped = new ConcurrentHashMap<>();

  Signers(OrganisationKeys keys, KeyWrapping wrapping, DocumentSigner documents) {
    this.keys = keys;
    this.wrapping = wrapping;
    this.documents = documents;
  }

  /**
   * The signer of all that the organisation signs, unless another kind of key is asked for; empty
   * for one that never had a key, or whose key was withdrawn.
   */
  public Optional<Signer> of(UUID organisation) {
    return of(organisation, KeyAlgorithm.ED25519);
  }

  /** The organisation's signer with a key of this kind; empty where it has none. */
  public Optional<Signer> of(UUID organisation, KeyAlgorithm algorithm) {
    return keys.current(organisation, algorithm)
        .map(stored -> unwrapped.computeIfAbsent(stored.key().id(), _ -> unwrap(stored)));
  }

  private Signer unwrap(OrganisationKeys.Stored stored) {
    OrganisationKey key = stored.key();
    byte[] secret = wrapping.unwrap(stored.wrappedPrivateKey(), key.id(), key.organisation());
    SoftwareKey signingKey = SoftwareKey.of(key.type(), secret);
    // The kind is not wrapped along: 32 bytes are as well a key of another, which nobody announced.
    if (!signingKey.publicKey().multibase().equals(key.publicKeyMultibase())) {
      throw new IllegalStateException("not the key that was announced: " + key.id());
    }
    return new Signer(key, signingKey, documents);
  }
}
