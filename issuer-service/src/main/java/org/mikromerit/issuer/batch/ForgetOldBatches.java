package org.mikromerit.issuer.batch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mikromerit.kit.audit.Audit;

/**
 * Ends batches that nobody went on with, and deletes reports of those that ended long ago: rows
 * hold people's names while they wait.
 */
@ApplicationScoped
class ForgetOldBatches {
  private static final Logger LOG = Logger.getLogger(ForgetOldBatches.class);
  private static final int AT_ONCE = 10;

  private final Batches batches;
  private final GiveUpBatch giveUpBatch;
  private final BatchConfig config;
  private final InstantSource clock;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("forget-batches").factory());

  ForgetOldBatches(
      Batches batches, GiveUpBatch giveUpBatch, BatchConfig config, InstantSource clock) {
    this.batches = batches;
    this.giveUpBatch = giveUpBatch;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    var _ = hourly.scheduleWithFixedDelay(this::forgetQuietly, 1, 60, TimeUnit.MINUTES);
  }

  void stop(@Observes ShutdownEvent event) {
    hourly.shutdownNow();
  }

  private void forgetQuietly() {
    try {
      forget(clock.instant());
    } catch (RuntimeException e) {
      // A thrown exception would end the schedule; the next hour tries again.
      LOG.warn("old batches not deleted", e);
    }
  }

  /** In small pieces, so that nothing waits for a long transaction. */
  void forget(Instant now) {
    batches.idleSince(now.minus(config.patience()), AT_ONCE).forEach(giveUpBatch::giveUp);
    int deleted;
    do {
      deleted = batches.forgetOld(now.minus(config.arrival()), now.minus(config.reports()));
    } while (deleted > 0);
  }

  /** Ends one batch that nobody went on with. */
  @ApplicationScoped
  static class GiveUpBatch {
    private final Batches batches;
    private final Audit audit;
    private final InstantSource clock;

    GiveUpBatch(Batches batches, Audit audit, InstantSource clock) {
      this.batches = batches;
      this.audit = audit;
      this.clock = clock;
    }

    @Transactional
    void giveUp(Batch idle) {
      batches
          .lock(idle.organisation(), idle.id())
          .filter(batch -> !batch.state().ended() && batch.updatedAt().equals(idle.updatedAt()))
          .ifPresent(
              batch -> {
                batches.end(batch.id(), BatchState.CANCELLED, clock.instant());
                audit.recordBySystem(
                    batch.organisation(),
                    "batch.given-up",
                    "batch",
                    batch.id(),
                    Map.of("done", batch.done()));
              });
    }
  }
}
