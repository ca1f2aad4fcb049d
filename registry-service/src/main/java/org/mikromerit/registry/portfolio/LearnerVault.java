package org.mikromerit.registry.portfolio;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
  private final byte[] wrappingKey;
  private final SecureRandom random = new SecureRandom();

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
    this.wrappingKey = read(wrappingKey.orElse(""));
  }

  private static byte[] read(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length == AesGcm.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Said below without the cause, which would repeat a part of the secret.
    }
    throw new IllegalStateException(
        "MIKROMERIT_LEARNER_KEY_WRAPPING_KEY must be 32 bytes in base64; make one with: openssl rand -base64 32");
  }

  /** Seals a document; the reference's key is made when its first document comes. */
  SealedBody seal(String learnerRef, UUID credential, byte[] body) {
    byte[] nonce = random(AesGcm.NONCE_BYTES);
    byte[] key = unwrapped(learnerRef, keys.find(learnerRef).orElseGet(() -> newKey(learnerRef)));
    return new SealedBody(nonce, AesGcm.seal(key, nonce, bound(learnerRef, credential), body));
  }

  /** The document; empty where the key is gone, and with it the document. */
  Optional<byte[]> open(String learnerRef, UUID credential, SealedBody body) {
    return keys.find(learnerRef)
        .map(wrapped -> unwrapped(learnerRef, wrapped))
        .map(
            key ->
                AesGcm.open(key, body.nonce(), bound(learnerRef, credential), body.ciphertext()));
  }

  private byte[] newKey(String learnerRef) {
    byte[] nonce = random(AesGcm.NONCE_BYTES);
    byte[] sealed = AesGcm.seal(wrappingKey, nonce, learnerRef, random(AesGcm.KEY_BYTES));
    byte[] wrapped =
        ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return keys.keep(learnerRef, wrapped, clock.instant());
  }

  private byte[] unwrapped(String learnerRef, byte[] wrapped) {
    return AesGcm.open(
        wrappingKey,
        Arrays.copyOf(wrapped, AesGcm.NONCE_BYTES),
        learnerRef,
        Arrays.copyOfRange(wrapped, AesGcm.NONCE_BYTES, wrapped.length));
  }

  private static String bound(String learnerRef, UUID credential) {
    return learnerRef + "/" + credential;
  }

  private byte[] random(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return some;
  }
}
