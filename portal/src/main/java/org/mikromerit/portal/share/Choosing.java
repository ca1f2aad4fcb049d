package org.mikromerit.portal.share;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.mikromerit.portal.reach.Paged;
import org.mikromerit.portal.reach.Reached;
import org.mikromerit.portal.share.Sharing.Held;

/**
 * A page of what a learner can choose to share.
 *
 * @param kept what they chose on other pages
 * @param chosen all that they chose
 * @param after where the page begins; empty for the first
 * @param wrong whether they chose nothing, or too much
 */
public record Choosing(
    Reached<Paged<Held>> held, List<Held> kept, Set<UUID> chosen, String after, boolean wrong) {
  public Choosing {
    kept = List.copyOf(kept);
    chosen = Set.copyOf(chosen);
  }

  /**
   * The page.
   *
   * @param find tells of what is on another page
   */
  static Choosing of(
      Reached<Paged<Held>> held,
      String after,
      List<UUID> chosen,
      boolean wrong,
      Function<UUID, Held> find) {
    Set<UUID> elsewhere = new LinkedHashSet<>(chosen);
    if (held.here()) {
      held.value().items().forEach(each -> elsewhere.remove(each.id()));
    } else {
      // Nobody tells of them either.
      elsewhere.clear();
    }
    return new Choosing(
        held, elsewhere.stream().map(find).toList(), Set.copyOf(chosen), after, wrong);
  }

  public boolean has(UUID credential) {
    return chosen.contains(credential);
  }

  public boolean first() {
    return after.isEmpty();
  }

  /** Whether there is nothing at all. */
  public boolean nothing() {
    return first() && held.value().items().isEmpty();
  }
}
