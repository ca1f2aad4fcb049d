package org.mikromerit.stacking.evaluation;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A credential that stands and may stack.
 *
 * @param awardedAt when it was earned
 */
public record Standing(UUID credential, UUID definition, Instant awardedAt) {

  /**
   * The one earned first comes first; the id decides between equals, so that there is one order.
   */
  static final Comparator<Standing> EARLIEST_FIRST =
      Comparator.comparing(Standing::awardedAt)
          .thenComparing(standing -> standing.credential().toString());
}
