package org.mikromerit.issuer.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long claim codes hold, and how often somebody may be wrong. */
@ConfigMapping(prefix = "mikromerit.claim")
public interface ClaimConfig {

  /** A code on paper waits for its learner; one that was lost is soon worth nothing. */
  @WithDefault("30D")
  Duration validity();

  /** Wrong codes that an account may show within the time below. */
  @WithDefault("10")
  int attempts();

  /** After this time an account starts anew. */
  @WithDefault("1H")
  Duration attemptsWithin();
}
