package org.mikromerit.registry.portfolio;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.sealing.Sealing;

/**
 * Seals each reference's documents under a key of its own, so that to delete the key is to erase
 * them, in every copy and backup.
 */
// At the start: a service that could keep no document must not seem to run.
@Startup
@ApplicationScoped
public class LearnerVault {
  private final LearnerKeys keys;
  private final InstantSource clock;
  private final Sealing wrapping;

  /**
   * @param wrappingKey 32 bytes in base64, from a secret store and never from the database: who
   *     steals the one has nothing without the other
   */
  LearnerVault(
      LearnerKeys keys,
      InstantSource clock,
      @ConfigProperty(name = "mikromerit.learner-key-wrapping-key") Optional<String> wrappingKey) {
    this.keys = keys;
    this.clock = clock;
    this.wrapping = Sealing.underSetting("MIKROMERIT_LEARNER_KEY_WRAPPING_KEY", wrappingKey);
  }

  /** Seals a document; the reference's key is made when its first document comes. */
  byte[] seal(String learnerRef, UUID credential, byte[] document) {
    byte[] wrapped = keys.find(learnerRef).orElseGet(() -> newKey(learnerRef));
    return unwrapped(learnerRef, wrapped).seal(document, bound(learnerRef, credential));
  }

  /** The document; empty where the key is gone, and with it the document. */
  Optional<byte[]> open(String learnerRef, UUID credential, byte[] sealed) {
    return keys.find(learnerRef)
        .map(wrapped -> unwrapped(learnerRef, wrapped).open(sealed, bound(learnerRef, credential)));
  }

  private byte[] newKey(String learnerRef) {
    return keys.keep(learnerRef, wrapping.seal(Sealing.newKey(), learnerRef), clock.instant());
  }

  private Sealing unwrapped(String learnerRef, byte[] wrapped) {
    return Sealing.under(wrapping.open(wrapped, learnerRef));
  }

  private static String bound(String learnerRef, UUID credential) {
    return learnerRef + "/" + credential;
  }
}
