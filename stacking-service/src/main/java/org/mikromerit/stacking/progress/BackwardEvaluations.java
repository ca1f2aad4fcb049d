package org.mikromerit.stacking.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.stacking.pathway.PublishedPathway;

/** Keeps how far the evaluation of those who held credentials before a publication has come. */
public interface BackwardEvaluations {
  void request(PublishedPathway pathway);

  /** An unfinished one that is due and nobody else works on, held for the transaction's rest. */
  Optional<Open> holdOldest(Instant now);

  /** Leaves it aside until then. */
  void postpone(Open evaluation, Instant until);

  /**
   * One that is not finished.
   *
   * @param afterLearner the last learner that is done; empty at first
   */
  record Open(UUID pathway, int version, String afterLearner) {}

  void proceed(Open evaluation, String afterLearner);

  void finish(Open evaluation, Instant now);
}
