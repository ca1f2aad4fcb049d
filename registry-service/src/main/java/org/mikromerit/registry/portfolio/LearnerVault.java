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
  public Seals seals(Set<String> learnerRefs) {
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
  public final class Seals {
    private final Map<String, byte[]> wrapped;

    private Seals(Map<String, byte[]> wrapped) {
      this.wrapped = wrapped;
    }

    /**
     * Seals.
     *
     * @param name names it among all that is sealed for the reference; it opens under no other
     */
    public byte[] seal(String learnerRef, String name, byte[] open) {
      return unwrapped(learnerRef, requireNonNull(wrapped.get(learnerRef)))
          .seal(open, bound(learnerRef, name));
    }
  }

  /** What was sealed; empty where the key is gone, and with it all that it sealed. */
  public Optional<byte[]> open(String learnerRef, String name, byte[] sealed) {
    return keys.find(learnerRef)
        .map(wrapped -> unwrapped(learnerRef, wrapped).open(sealed, bound(learnerRef, name)));
  }

  private Sealing unwrapped(String learnerRef, byte[] wrapped) {
    return Sealing.under(wrapping.open(wrapped, learnerRef));
  }

  private static String bound(String learnerRef, String name) {
    return learnerRef + "/" + name;
  }
}
