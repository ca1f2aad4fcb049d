package org.mikromerit.credential.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much work the learning takes.
 *
 * @param hours notional hours of the learner
 * @param credits where a credit system applies
 */
public record Workload(BigDecimal hours, @Nullable Credits credits) {

  public Workload {
    Volume.require("hours", hours);
  }
}
