package org.mikromerit.issuer.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.sealing.Sealing;

/** Wraps learners' keys for the database under a key from outside it. */
@ApplicationScoped
public class LearnerKeyWrapping {
  private final Sealing wrapping;

  /**
   * Another key than the one for signing keys: who can read learners' documents cannot sign.
   *
   * @param key 32 bytes in base64, from a secret store; there is no default outside development
   */
  LearnerKeyWrapping(
      @ConfigProperty(name = "mikromerit.learner-key-wrapping-key") Optional<String> key) {
    this.wrapping = Sealing.underSetting("MIKROMERIT_LEARNER_KEY_WRAPPING_KEY", key);
  }

  public byte[] wrap(UUID id, byte[] key) {
    return wrapping.seal(key, id.toString());
  }

  /** The key that was wrapped with this id; throws where it was wrapped by another key. */
  public LearnerKey unwrap(UUID id, byte[] wrapped) {
    return new LearnerKey(id, Sealing.under(wrapping.open(wrapped, id.toString())));
  }
}
