package org.mikromerit.issuer.status;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the signed lists true and fresh. A loop of its own, since the scheduler's is no faster than
 * a second.
 */
@ApplicationScoped
class StatusListLoop {
  private static final Logger LOG = Logger.getLogger(StatusListLoop.class);

  private final PublishStatusLists publishStatusLists;
  private final StatusConfig config;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("status-lists").factory());

  StatusListLoop(PublishStatusLists publishStatusLists, StatusConfig config) {
    this.publishStatusLists = publishStatusLists;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    long millis = config.tick().toMillis();
    var _ = loop.scheduleWithFixedDelay(this::turn, millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  private void turn() {
    try {
      for (UUID list : publishStatusLists.due()) {
        publish(list);
      }
    } catch (RuntimeException e) {
      // A thrown exception would end the loop; the next turn tries again.
      LOG.warn("status lists not looked at", e);
    }
  }

  private void publish(UUID list) {
    try {
      publishStatusLists.publish(list);
    } catch (RuntimeException e) {
      LOG.errorf(e, "status list not signed list=%s", list);
    }
  }
}
