package org.mikromerit.kit.chain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the sealer works. */
@ConfigMapping(prefix = "mikromerit.chain")
interface ChainConfig {
  /**
   * How long between two looks at what was written: so long could a new row be changed and nobody
   * find it. Each look that finds rows adds a link for each table that has any.
   */
  @WithDefault("PT1S")
  Duration pause();

  /** How long one that does not seal waits before it tries to take over. */
  @WithDefault("PT5S")
  Duration standBy();
}
