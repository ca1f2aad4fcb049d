package org.mikromerit.stacking.progress;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps where learners are. */
public interface ProgressRows {
  /**
   * The learner's row, made if it was not there, held for the rest of the transaction: of two
   * evaluations of one learner on one pathway the second sees what the first decided.
   */
  Progress hold(UUID pathway, String learner, Instant now);

  void keep(Progress progress, Instant now);

  /** Forgets the rows of a learner who has, by now, nothing on the pathway. */
  void removeEmpty(String learner);

  Optional<Progress> of(UUID pathway, String learner);

  /** By learner, after the given one. */
  List<Progress> listed(UUID pathway, String afterLearner, int limit);
}
