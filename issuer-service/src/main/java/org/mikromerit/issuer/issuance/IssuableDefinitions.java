package org.mikromerit.issuer.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.issuer.definition.CompleteDefinition;
import org.mikromerit.issuer.definition.Definitions;

/**
 * Published versions, ready to be issued. They never change, so the ones used last stay in memory
 * and an issue need not read its definition again.
 */
@ApplicationScoped
public class IssuableDefinitions {
  private static final int KEPT = 1_000;

  private final Definitions definitions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Issuable> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Issuable> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(UUID definition, int version) {}

  /** A version and whose it is. */
  public record Issuable(UUID creator, Definition definition) {}

  IssuableDefinitions(Definitions definitions) {
    this.definitions = definitions;
  }

  /** The version, if it is the organisation's. */
  public Optional<Definition> find(UUID organisation, UUID id, int version) {
    return find(id, version)
        .filter(issuable -> issuable.creator().equals(organisation))
        .map(Issuable::definition);
  }

  /**
   * The version, whoever created it. Not for one that this transaction itself adds: it would stay
   * here also if the transaction fails.
   */
  public Optional<Issuable> find(UUID id, int version) {
    var key = new Key(id, version);
    Issuable known = locked(() -> kept.get(key));
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Issuable> read =
        definitions
            .publishedByAnybody(id, version)
            .map(found -> new Issuable(found.organisation(), CompleteDefinition.of(found)));
    read.ifPresent(issuable -> locked(() -> kept.put(key, issuable)));
    return read;
  }

  private @Nullable Issuable locked(Supplier<@Nullable Issuable> access) {
    lock.lock();
    try {
      return access.get();
    } finally {
      lock.unlock();
    }
  }
}
