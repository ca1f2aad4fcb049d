package org.mikromerit.registry.portfolio;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** What seals the documents of references, those of new ones too, whose keys are made now. */
  Seals seals(Set<String> learnerRefs) {
    Map<String, byte[]> wrapped = new HashMap<>(keys.find(learnerRefs));
    Set<String> without = new HashSet<>(learnerRefs);
    without.removeAll(wrapped.keySet());
    if (!without.isEmpty()) {
      keys.keep(
          without.stream().collect(toMap(identity(), ref -> wrapping.seal(Sealing.newKey(), ref))),
          clock.instant());
      // Another transaction's, where it was first; to keep ours waited for it.
      wrapped.putAll(keys.find(without));
    }
    return new Seals(wrapped);
  }

  /** The keys of some references. */
  final class Seals {
    private final Map<String, byte[]> wrapped;

    private Seals(Map<String, byte[]> wrapped) {
      this.wrapped = wrapped;
    }

    byte[] seal(String learnerRef, UUID credential, byte[] document) {
      return unwrapped(learnerRef, requireNonNull(wrapped.get(learnerRef)))
          .seal(document, bound(learnerRef, credential));
    }
  }

  /** The document; empty where the key is gone, and with it the document. */
  Optional<byte[]> open(String learnerRef, UUID credential, byte[] sealed) {
    return keys.find(learnerRef)
        .map(wrapped -> unwrapped(learnerRef, wrapped).open(sealed, bound(learnerRef, credential)));
  }

  private Sealing unwrapped(String learnerRef, byte[] wrapped) {
    return Sealing.under(wrapping.open(wrapped, learnerRef));
  }

  private static String bound(String learnerRef, UUID credential) {
    return learnerRef + "/" + credential;
  }
}
