package org.mikromerit.registry.learner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reference and whose it was when, oldest first.
 *
 * @param history never empty; the last entry is in force
 */
public record LearnerLink(String ref, IdentifierKind kind, List<Since> history) {

  public LearnerLink {
    history = List.copyOf(history);
    if (history.isEmpty()) {
      throw new IllegalArgumentException("a link has been something since some time");
    }
  }

  /**
   * Whose the reference was from a moment on.
   *
   * @param learner null where it was unlinked
   */
  public record Since(@Nullable UUID learner, Instant from) {}

  static LearnerLink first(VerifiedIdentifier identifier, UUID learner, Instant at) {
    return new LearnerLink(identifier.ref(), identifier.kind(), List.of(new Since(learner, at)));
  }

  /** Whose it is now; null where it is unlinked. */
  public @Nullable UUID learner() {
    return history.getLast().learner();
  }

  public Instant since() {
    return history.getLast().from();
  }

  /** Counts its changes from 1; the sequence of its events. */
  public int version() {
    return history.size();
  }

  LearnerLink become(@Nullable UUID learner, Instant at) {
    // A clock that was set back must not make a link begin before the one that it follows.
    Instant from = at.isBefore(since()) ? since() : at;
    List<Since> longer = new ArrayList<>(history);
    longer.add(new Since(learner, from));
    return new LearnerLink(ref, kind, longer);
  }
}
