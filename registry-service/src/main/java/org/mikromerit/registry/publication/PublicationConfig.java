package org.mikromerit.registry.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How published documents are served. */
@ConfigMapping(prefix = "mikromerit.publication")
public interface PublicationConfig {

  /**
   * How long a cache may answer with a status list or a DID document without asking again. Short,
   * because it is the time for which a revocation can go unseen; asking again is cheap, because
   * what did not change is not sent.
   */
  @WithDefault("PT10S")
  Duration maxAge();

  /**
   * How long a signed trust list may be relied on; it is signed anew after half of that. A day,
   * because whoever holds a list from before a withdrawal believes it for so long.
   */
  @WithDefault("PT24H")
  Duration trustListValidity();

  /** How often changes are looked for, and so how often a new list is signed at most. */
  @WithDefault("PT1S")
  Duration trustListTick();
}
