package org.mikromerit.issuer.delivery;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.sealing.CompactJwe;
import org.mikromerit.kit.sealing.KeyRing;

/**
 * Encrypts documents for the registry alone: compact JWE (RFC 7516), direct, AES-256-GCM, under the
 * first of the keys that both services have from the secret store.
 */
@ApplicationScoped
class DeliveryKeys {
  private final KeyRing.Key key;

  /**
   * @param keys the first encrypts; see {@link KeyRing}
   */
  DeliveryKeys(@ConfigProperty(name = "mikromerit.delivery-keys") Optional<String> keys) {
    this.key =
        KeyRing.ofSetting("MIKROMERIT_DELIVERY_KEYS", keys)
            .first()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "MIKROMERIT_DELIVERY_KEYS must be given: <id>=<32 bytes in base64>"));
  }

  void whenStarting(@Observes StartupEvent event) {
    // Makes the bean, and with it the check of the keys, before the first issue.
  }

  /** A document for the registry. */
  record Encrypted(String keyId, String document) {}

  Encrypted encrypt(byte[] document) {
    return new Encrypted(key.id(), CompactJwe.encrypt(document, key));
  }
}
