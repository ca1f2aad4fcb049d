package org.mikromerit.kit.idempotency;

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

/** Deletes answers after the 30 days for which they are promised; they may hold personal data. */
@ApplicationScoped
class ForgetOldAnswers {
  private static final Logger LOG = Logger.getLogger(ForgetOldAnswers.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 1_000;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("forget-answers").factory());

  ForgetOldAnswers(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var _ = hourly.scheduleWithFixedDelay(this::forgetQuietly, 5, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    hourly.shutdownNow();
  }

  private void forgetQuietly() {
    try {
      forget();
    } catch (RuntimeException e) {
      // A thrown exception would end the schedule; the next hour tries again.
      LOG.warn("old answers not deleted", e);
    }
  }

  /** Deletes in small pieces, so that no request waits for a long transaction. */
  int forget() {
    int all = 0;
    int deleted;
    do {
      deleted =
          jdbi.withHandle(
              sql ->
                  sql.createUpdate(
                          """
                          delete from idempotency where (organisation, key) in (
                            select organisation, key from idempotency where created_at < :before limit :most)
                          """)
                      .bind("before", clock.instant().minus(KEPT))
                      .bind("most", AT_ONCE)
                      .execute());
      all += deleted;
    } while (deleted == AT_ONCE);
    return all;
  }
}
