package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mikromerit.credential.key.SoftwareKey;

/**
 * Gives the signer that an organisation has now. Which key that is, is asked of the database each
 * time, so that a key withdrawn on another replica signs nothing more here; what is kept in memory
 * is the unwrapped form of keys that are asked for.
 */
@ApplicationScoped
public class Signers {
  private final OrganisationKeys keys;
  private final KeyWrapping wrapping;
  private final Map<UUID, Signer> unwrapped = new ConcurrentHashMap<>();

  Signers(OrganisationKeys keys, KeyWrapping wrapping) {
    this.keys = keys;
    this.wrapping = wrapping;
  }

  /** The organisation's signer; empty for one that never had a key, or whose key was withdrawn. */
  public Optional<Signer> of(UUID organisation) {
    return keys.current(organisation)
        .map(stored -> unwrapped.computeIfAbsent(stored.key().id(), _ -> unwrap(stored)));
  }

  private Signer unwrap(OrganisationKeys.Stored stored) {
    OrganisationKey key = stored.key();
    byte[] seed = wrapping.unwrap(stored.wrappedPrivateKey(), key.id(), key.organisation());
    return new Signer(key, SoftwareKey.ed25519(seed));
  }
}
