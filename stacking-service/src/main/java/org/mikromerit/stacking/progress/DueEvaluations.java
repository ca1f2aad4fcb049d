package org.mikromerit.stacking.progress;

import java.util.List;
import java.util.UUID;

/** Keeps who is to be evaluated later. */
public interface DueEvaluations {
  void add(UUID pathway, String learner);

  /**
   * Adds all who hold a stack with this part.
   *
   * @return whether there is any
   */
  boolean addHoldersOf(UUID part);

  /** Takes some of them, in one order for all who take several. */
  List<Due> take(int most);

  record Due(UUID pathway, String learner) {}
}
