package org.mikromerit.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the events of others are read. */
@ConfigMapping(prefix = "mikromerit.inbox")
interface InboxConfig {
  /** Off for a process that only serves. */
  @WithDefault("true")
  boolean enabled();

  /** The consumer group: the service's own name, so that its replicas share the work. */
  @WithDefault("${quarkus.application.name}")
  String group();

  /** Events applied in one transaction, at most. */
  @WithDefault("200")
  int batch();

  /**
   * How long the broker keeps back what is less than a batch, so that what comes one by one is
   * fetched and applied together: a request, a transaction and its offsets cost as much for one
   * event as for twenty.
   */
  @WithDefault("PT0.1S")
  Duration gather();

  /** How long to wait after a transient failure. */
  @WithDefault("PT0.5S")
  Duration pause();
}
