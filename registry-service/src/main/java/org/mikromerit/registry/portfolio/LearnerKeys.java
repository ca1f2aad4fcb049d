package org.mikromerit.registry.portfolio;

import java.time.Instant;
import java.util.Optional;

/** The wrapped keys of references. */
public interface LearnerKeys {

  /** The wrapped key; empty where the reference never had one, or was erased. */
  Optional<byte[]> find(String learnerRef);

  /** Keeps the key, unless there is one already; the one that is there afterwards. */
  byte[] keep(String learnerRef, byte[] wrapped, Instant madeAt);
}
