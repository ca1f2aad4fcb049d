package org.mikromerit.stacking.award;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.stacking.pathway.OnPathway;

/** Keeps stacks, and knows the awards that were issued for them. */
public interface Stacks {
  void add(List<Stack> stacks);

  /**
   * Keeps whether they stand and their sequences, and what each change was announced with.
   *
   * @param changes of one stack the newest last
   */
  void change(List<StackChange> changes);

  /** A stack, the organisation that its pathway is of, and its newest change if it ever changed. */
  record Told(Stack stack, UUID organisation, @Nullable StackChange change) {}

  /** In order of id, after the given one; none of them changes until this transaction ends. */
  List<Told> lockedAfter(UUID after, int most);

  /** The stacks that any of them holds, or completed under this name, by attempt. */
  List<Stack> concerning(Collection<OnPathway> who);

  /**
   * Gives stacks with a part of any of these references to whoever all their parts belong to now;
   * where the parts are several learners', or one of them is not known, they stay where they are.
   *
   * @return the pathways of all stacks with such a part
   */
  Set<UUID> follow(Collection<String> references);

  /** The stacks of a pathway that several learners hold, by learner and attempt. */
  List<Stack> of(UUID pathway, Collection<String> learners);

  /** For each of the credentials the pathways of which a stack has it as a part, if any has. */
  Map<UUID, Set<UUID>> pathwaysWithPart(Set<UUID> credentials);

  /**
   * The award credentials of these stacks, where they were issued: by the pathway's own
   * organisation, to a reference that a part was issued to, since nobody else's claim makes a
   * credential this pathway's award.
   */
  Map<UUID, Issued> awards(Collection<UUID> stacks);

  /** An award credential. */
  record Issued(UUID credential, boolean stands) {}
}
