package org.mikromerit.registry.learner;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The learners that we recognise, and the links to them; facts that are only added to. */
public interface LearnerLinks {

  /**
   * Keeps every other change of links waiting until the transaction ends: two people may be found
   * to be one from both sides at once. Changes are rare, so one lock serves all.
   */
  void lock();

  /** The links of those references that have any. */
  List<LearnerLink> find(Collection<String> refs);

  /** All references that are this learner's now, in the order of the references. */
  List<LearnerLink> of(UUID learner);

  /** At most so many of all links after the given reference, in the order of the references. */
  List<LearnerLink> after(String ref, int atMost);

  /** The one that was recognised first. */
  Optional<UUID> oldest(Collection<UUID> learners);

  void add(UUID learner, Instant recognisedAt);

  /** Adds the link's newest entry. */
  void append(LearnerLink changed);
}
