package org.mikromerit.stacking.pathway;

import java.util.Comparator;
import java.util.UUID;

/**
 * A learner on a pathway. In their order the same events do the same from run to run; what is
 * locked for several of them the statements sort.
 *
 * @param learner the learner's id once linked, before that the pseudonym that was issued to
 */
public record OnPathway(UUID pathway, String learner) implements Comparable<OnPathway> {
  private static final Comparator<OnPathway> ORDER =
      Comparator.comparing(OnPathway::pathway).thenComparing(OnPathway::learner);

  @Override
  public int compareTo(OnPathway other) {
    return ORDER.compare(this, other);
  }
}
