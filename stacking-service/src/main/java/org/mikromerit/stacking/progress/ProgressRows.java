package org.mikromerit.stacking.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.mikromerit.stacking.pathway.OnPathway;

/** Keeps where learners are. */
public interface ProgressRows {
  /**
   * Their rows, made where they were not there, held for the rest of the transaction: of two
   * evaluations of one learner on one pathway the second sees what the first decided.
   */
  List<Progress> hold(SortedSet<OnPathway> who, Instant now);

  void keep(List<Progress> progress, Instant now);

  /** Forgets the rows of these learners on pathways where they have, by now, nothing. */
  void removeEmpty(Collection<String> learners);

  Optional<Progress> of(UUID pathway, String learner);

  /** By learner, after the given one. */
  List<Progress> listed(UUID pathway, String afterLearner, int limit);

  /** A learner's rows by pathway, after the given one. */
  List<Progress> ofLearner(String learner, UUID afterPathway, int limit);
}
