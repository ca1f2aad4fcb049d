package org.mikromerit.registry.publication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Keeps the signed trust list true and fresh. */
@ApplicationScoped
class TrustListLoop {
  private static final Logger LOG = Logger.getLogger(TrustListLoop.class);

  private final PublishTrustList publishTrustList;
  private final long tickMillis;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("trust-list").factory());

  TrustListLoop(PublishTrustList publishTrustList, PublicationConfig config) {
    this.publishTrustList = publishTrustList;
    this.tickMillis = config.trustListTick().toMillis();
  }

  void start(@Observes StartupEvent event) {
    var _ = loop.scheduleWithFixedDelay(this::turn, 0, tickMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  private void turn() {
    try {
      if (publishTrustList.due()) {
        publishTrustList.publish();
      }
    } catch (RuntimeException e) {
      // A thrown exception would end the loop; the next turn tries again.
      LOG.warn("trust list not signed", e);
    }
  }
}
