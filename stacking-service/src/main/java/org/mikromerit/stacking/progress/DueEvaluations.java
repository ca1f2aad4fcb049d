package org.mikromerit.stacking.progress;

import java.util.Collection;
import java.util.SortedSet;
import java.util.UUID;
import org.mikromerit.stacking.pathway.OnPathway;

/** Keeps who is to be evaluated later. */
public interface DueEvaluations {
  void add(SortedSet<OnPathway> who);

  /**
   * Adds all who hold a stack with any of these parts.
   *
   * @return whether there is any
   */
  boolean addHoldersOf(Collection<UUID> parts);

  /** Takes some of them. */
  SortedSet<OnPathway> take(int most);
}
