package org.mikromerit.credential.definition;

import java.math.BigDecimal;

/** Amounts of learning: more than zero, exact, and short enough to be written out. */
final class Volume {

  private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);
  private static final int MOST_DECIMALS = 4;

  private Volume() {}

  static void require(String what, BigDecimal value) {
    Require.that(
        value.signum() > 0 && value.compareTo(LARGEST) <= 0 && value.scale() <= MOST_DECIMALS,
        what + " must be more than 0, at most " + LARGEST + ", with at most 4 decimals");
  }
}
