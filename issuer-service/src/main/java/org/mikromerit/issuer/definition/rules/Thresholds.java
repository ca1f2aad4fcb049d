package org.mikromerit.issuer.definition.rules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What counts as small and as coherent. The recommendation gives no numbers: these are ours. */
@ConfigMapping(prefix = "mikromerit.definition")
public interface Thresholds {

  /** Outcomes above which the creator explains why they belong together. */
  @WithDefault("8")
  int outcomesWithoutReason();

  /** Below an hour there is nothing to assess. */
  @WithDefault("1")
  BigDecimal leastHours();

  /** Half a year of full-time work, which is where programmes begin. */
  @WithDefault("840")
  BigDecimal mostHours();

  /** The same in credits. */
  @WithDefault("30")
  BigDecimal mostEcts();
}
