package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.sealing.Sealing;

/**
 * Wraps keys for the database under a key from outside it, bound to the key's id and owner, so that
 * a row copied to another organisation opens for nobody.
 */
@ApplicationScoped
public class KeyWrapping {
  private final Sealing sealing;

  /**
   * @param wrappingKey 32 bytes in base64, from a secret store and never from the database: who
   *     steals the one has nothing without the other. There is no default outside development.
   */
  KeyWrapping(@ConfigProperty(name = "mikromerit.key-wrapping-key") Optional<String> wrappingKey) {
    this.sealing = Sealing.underSetting("MIKROMERIT_KEY_WRAPPING_KEY", wrappingKey);
  }

  /** Wraps an organisation's key, which has its own id. */
  public byte[] wrap(byte[] secret, UUID keyId, UUID organisation) {
    return sealing.seal(secret, keyId + "/" + organisation);
  }

  /**
   * The key that was wrapped.
   *
   * @throws IllegalStateException if it was wrapped by another key or for another owner, or was
   *     changed
   */
  public byte[] unwrap(byte[] wrapped, UUID keyId, UUID organisation) {
    return sealing.open(wrapped, keyId + "/" + organisation);
  }

  /** A value by which this wrapping key is known again, and from which it cannot be found. */
  byte[] check() {
    return sealing.keyCheckValue();
  }
}
