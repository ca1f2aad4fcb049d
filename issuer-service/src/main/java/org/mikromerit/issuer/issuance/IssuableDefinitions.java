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
  private final Map<Key, Definition> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Definition> eldest) {
          return size() > KEPT;
        }
      };

  /** With the owner in it, so that nobody is served another's. */
  private record Key(UUID organisation, UUID definition, int version) {}

  IssuableDefinitions(Definitions definitions) {
    this.definitions = definitions;
  }

  /**
   * The version, if it is the organisation's. Not for a version that this transaction itself adds:
   * it would stay here also if the transaction fails.
   */
  public Optional<Definition> find(UUID organisation, UUID id, int version) {
    var key = new Key(organisation, id, version);
    Definition known = locked(() -> kept.get(key));
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Definition> read =
        definitions.version(organisation, id, version).map(CompleteDefinition::of);
    read.ifPresent(definition -> locked(() -> kept.put(key, definition)));
    return read;
  }

  private @Nullable Definition locked(Supplier<@Nullable Definition> access) {
    lock.lock();
    try {
      return access.get();
    } finally {
      lock.unlock();
    }
  }
}
