package org.mikromerit.stacking.progress;

import java.util.UUID;
import org.mikromerit.stacking.pathway.OnPathway;

/**
 * Where a learner is on a pathway.
 *
 * @param learner the learner's id once linked, before that the pseudonym that was issued to
 * @param attempt the newest that was completed; 0 before the first
 */
public record Progress(UUID pathway, String learner, State state, int attempt) {

  OnPathway who() {
    return new OnPathway(pathway, learner);
  }

  /** Completed while any stack stands; broken when there were stacks and none stands. */
  public enum State {
    IN_PROGRESS,
    COMPLETED,
    BROKEN
  }
}
