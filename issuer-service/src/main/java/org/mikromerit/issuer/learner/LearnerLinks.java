package org.mikromerit.issuer.learner;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which references are one learner's, as the registry announced it last. */
public interface LearnerLinks {

  /** Null where the reference is nobody's any more. */
  void put(String learnerRef, @Nullable UUID learner, Instant since);

  Optional<UUID> learnerOf(String learnerRef);
}
