package org.mikromerit.registry.portfolio;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The wrapped keys of references. */
public interface LearnerKeys {

  /** The wrapped key; empty where the reference never had one, or was erased. */
  Optional<byte[]> find(String learnerRef);

  /** The wrapped keys, by reference; of those that never had one, or were erased, none. */
  Map<String, byte[]> find(Set<String> learnerRefs);

  /** Keeps keys, by reference, but for those that have one. Waits for others who do the same. */
  void keep(Map<String, byte[]> wrapped, Instant madeAt);
}
