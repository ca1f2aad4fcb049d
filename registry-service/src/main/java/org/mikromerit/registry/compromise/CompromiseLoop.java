package org.mikromerit.registry.compromise;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Announces what is to be stated of compromised keys, until all is. */
@ApplicationScoped
class CompromiseLoop {
  private static final Logger LOG = Logger.getLogger(CompromiseLoop.class);
  private static final long TICK_MILLIS = 500;

  private final StateCompromise stateCompromise;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("key-compromise").factory());

  CompromiseLoop(StateCompromise stateCompromise) {
    this.stateCompromise = stateCompromise;
  }

  void start(@Observes StartupEvent event) {
    var _ = loop.scheduleWithFixedDelay(this::turn, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    loop.shutdownNow();
  }

  private void turn() {
    try {
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        more = stateCompromise.announceNext();
      }
    } catch (RuntimeException e) {
      // A thrown exception would end the loop; the next turn tries again.
      LOG.warn("key compromise not stated", e);
    }
  }
}
