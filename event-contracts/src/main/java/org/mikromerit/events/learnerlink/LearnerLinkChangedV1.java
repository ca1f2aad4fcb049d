package org.mikromerit.events.learnerlink;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * Which learner an identifier belongs to, and belonged to before.
 *
 * @param learnerRef pseudonym of the identifier, or of the account
 * @param history oldest first, never empty; the last one is so now
 */
public record LearnerLinkChangedV1(String learnerRef, List<LearnerSince> history)
    implements EventData {

  public LearnerLinkChangedV1 {
    Bounds.pseudonym("learnerRef", learnerRef);
    history = Bounds.list("history", history, 1);
    for (int i = 1; i < history.size(); i++) {
      Bounds.notBefore("history", history.get(i).from(), history.get(i - 1).from());
    }
  }

  /**
   * Whose it was, and from when.
   *
   * @param learnerId null while the identifier was nobody's
   */
  public record LearnerSince(@Nullable UUID learnerId, Instant from) {
    public LearnerSince {
      Bounds.present("from", from);
    }
  }

  /** Whose it is now; empty if it is nobody's. */
  public Optional<UUID> learner() {
    return Optional.ofNullable(history.getLast().learnerId());
  }

  @Override
  public EventType eventType() {
    return EventType.LEARNER_LINK_CHANGED_V1;
  }

  @Override
  public String subject() {
    return learnerRef;
  }

  @Override
  public String partitionKey() {
    return learnerRef;
  }
}
