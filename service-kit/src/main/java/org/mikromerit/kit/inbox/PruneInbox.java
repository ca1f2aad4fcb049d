package org.mikromerit.kit.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes the notes of events that were applied long ago. What comes after that is still recognised
 * by the entity's version, and by what handlers write.
 */
@ApplicationScoped
class PruneInbox {
  private static final Logger LOG = Logger.getLogger(PruneInbox.class);

  /** 30 days, and as many again, which is the longest that a topic of facts keeps its own. */
  private static final Duration KEPT = Duration.ofDays(60);

  private static final int AT_ONCE = 1_000;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("prune-inbox").factory());

  PruneInbox(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var _ = hourly.scheduleWithFixedDelay(this::pruneQuietly, 7, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    hourly.shutdownNow();
  }

  private void pruneQuietly() {
    try {
      prune();
    } catch (RuntimeException e) {
      // A thrown exception would end the schedule; the next hour tries again.
      LOG.warn("old inbox rows not deleted", e);
    }
  }

  /** Deletes in small pieces, so that no event waits for a long transaction. */
  private void prune() {
    int deleted;
    do {
      deleted =
          jdbi.withHandle(
              sql ->
                  sql.createUpdate(
                          """
                          delete from inbox where event_id in (
                            select event_id from inbox where applied_at < :before limit :most)
                          """)
                      .bind("before", clock.instant().minus(KEPT))
                      .bind("most", AT_ONCE)
                      .execute());
    } while (deleted == AT_ONCE);
  }
}
