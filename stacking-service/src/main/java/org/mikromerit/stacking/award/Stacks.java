package org.mikromerit.stacking.award;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps stacks, and knows the awards that were issued for them. */
public interface Stacks {
  void add(Stack stack);

  /** Keeps whether it stands, and its sequence. */
  void change(Stack stack, Instant now);

  /** Keeps what a change was announced with. */
  void note(StackChange change);

  /** A stack, the organisation that its pathway is of, and its newest change if it ever changed. */
  record Told(Stack stack, UUID organisation, @Nullable StackChange change) {}

  /** In order of id, after the given one; none of them changes until this transaction ends. */
  List<Told> lockedAfter(UUID after, int most);

  /** The highest attempt of what the learner holds, or completed under this name; 0 if none. */
  int newestAttempt(UUID pathway, String learner);

  /**
   * Gives stacks with a part of this reference to whoever all their parts belong to now; where the
   * parts are several learners', or one of them is not known, they stay where they are.
   *
   * @return the pathways of all stacks with such a part
   */
  Set<UUID> follow(String reference);

  /** The stacks of a pathway that a learner holds, by attempt. */
  default List<Stack> of(UUID pathway, String learner) {
    return of(pathway, List.of(learner));
  }

  /** The stacks of a pathway that several learners hold, by learner and attempt. */
  List<Stack> of(UUID pathway, Collection<String> learners);

  /** The pathways of which a stack has this credential as a part. */
  Set<UUID> pathwaysWithPart(UUID credential);

  /**
   * The award credentials of these stacks, where they were issued: by the pathway's own
   * organisation, to a reference that a part was issued to, since nobody else's claim makes a
   * credential this pathway's award.
   */
  Map<UUID, Issued> awards(Collection<UUID> stacks);

  /** An award credential. */
  record Issued(UUID credential, boolean stands) {}
}
