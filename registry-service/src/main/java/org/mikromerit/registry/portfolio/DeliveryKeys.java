package org.mikromerit.registry.portfolio;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.mikromerit.kit.sealing.CompactJwe;
import org.mikromerit.kit.sealing.KeyRing;

/**
 * Opens what the issuer encrypted for us: JWE (RFC 7516), direct encryption with AES-256-GCM, under
 * a key that both services have from the secret store by its id.
 */
@ApplicationScoped
class DeliveryKeys {
  private static final Logger LOG = Logger.getLogger(DeliveryKeys.class);

  private final KeyRing keys;

  /**
   * @param keys all of them open; see {@link KeyRing}
   */
  DeliveryKeys(@ConfigProperty(name = "mikromerit.delivery-keys") Optional<String> keys) {
    this.keys = KeyRing.ofSetting("MIKROMERIT_DELIVERY_KEYS", keys);
  }

  void start(@Observes StartupEvent event) {
    if (keys.first().isEmpty()) {
      LOG.warn("no delivery key: documents from issuers are set aside until there is one");
    }
  }

  /**
   * The document.
   *
   * @throws IllegalStateException if no such key is here yet; the delivery waits for it
   * @throws IllegalArgumentException if it is not what the issuer makes
   */
  byte[] open(String keyId, String jwe) {
    byte[] key =
        keys.byId(keyId)
            .orElseThrow(
                () -> new IllegalStateException("A delivery key of this id is not known here yet"));
    return CompactJwe.decrypt(jwe, new KeyRing.Key(keyId, key))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The delivery does not open under the key that it names"));
  }
}
