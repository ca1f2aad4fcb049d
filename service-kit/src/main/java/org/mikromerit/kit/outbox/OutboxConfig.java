package org.mikromerit.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "mikromerit.outbox")
interface OutboxConfig {
  /** Rows read and published together; larger batches gained nothing when measured. */
  @WithDefault("500")
  int batch();

  /**
   * How long an idle leader waits for a wake-up of its own process before it looks for another
   * process's rows.
   */
  @WithDefault("PT0.1S")
  Duration poll();

  /**
   * How long a leader that has just published waits for more, unless a whole batch came. The first
   * after a rest goes at once; those that follow it go together, for a broker takes twenty records
   * in hardly more time than one.
   */
  @WithDefault("PT0.03S")
  Duration gather();

  /** How long one that is not the leader waits before it tries to become it. */
  @WithDefault("PT1S")
  Duration standBy();

  /**
   * How long the broker may take for a record before the relay gives up and tries the row again.
   */
  @WithDefault("PT10S")
  Duration delivery();

  /** How long to wait after a failure of the broker or the database. */
  @WithDefault("PT0.5S")
  Duration pause();
}
