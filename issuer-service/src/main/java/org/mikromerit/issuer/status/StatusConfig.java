package org.mikromerit.issuer.status;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large status lists are and how fresh they are kept. */
@ConfigMapping(prefix = "mikromerit.status")
public interface StatusConfig {

  /**
   * Places of a new list, a multiple of 8 from 131,072 to 1,048,576. Bitstring Status List 1.0 asks
   * for at least the default, so that an index hides among others.
   */
  @WithDefault("131072")
  int capacity();

  /**
   * Whether new credentials can be suspended. Their documents then name two lists, as the data
   * model 2.0 allows; the JSON Schema of Open Badges 3.0 has room for one.
   */
  @WithDefault("true")
  boolean suspension();

  /** Places that a process takes at once: a restart wastes at most these. */
  @WithDefault("64")
  int block();

  /** How long a signed list may be relied on; it is signed anew after half of it. */
  @WithDefault("24H")
  Duration validity();

  /** A list is signed at most once in this time, however many credentials are revoked. */
  @WithDefault("1S")
  Duration signingInterval();

  /** How often is looked for lists to sign. */
  @WithDefault("0.2S")
  Duration tick();
}
