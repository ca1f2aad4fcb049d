package org.mikromerit.issuer.batch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mikromerit.issuer.batch.Batches.Candidate;
import org.mikromerit.issuer.batch.WorkOnBatch.CannotSignYet;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.status.StatusPlaces;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Works through batches, a piece of each in turn, so that a small one is not kept waiting by a
 * large one. One process at a time works on a batch; others take other batches.
 */
@ApplicationScoped
class BatchLoop {
  private static final Logger LOG = Logger.getLogger(BatchLoop.class);
  private static final int LOOKED_AT = 10;
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Batches batches;
  private final WorkOnBatch workOnBatch;
  private final StatusPlaces places;
  private final BatchConfig config;
  private final InstantSource clock;
  private final ScheduledExecutorService loop;
  private volatile boolean running;

  BatchLoop(
      Batches batches,
      WorkOnBatch workOnBatch,
      StatusPlaces places,
      BatchConfig config,
      InstantSource clock) {
    this.batches = batches;
    this.workOnBatch = workOnBatch;
    this.places = places;
    this.config = config;
    this.clock = clock;
    this.loop =
        Executors.newScheduledThreadPool(
            config.workers(), Thread.ofVirtual().name("batches-", 0).factory());
  }

  void start(@Observes StartupEvent event) {
    running = true;
    long tick = config.tick().toMillis();
    for (int i = 0; i < config.workers(); i++) {
      var _ = loop.scheduleWithFixedDelay(this::turns, tick, tick, TimeUnit.MILLISECONDS);
    }
  }

  /** Lets the rows under way be finished. */
  void stop(@Observes ShutdownEvent event) {
    running = false;
    loop.shutdown();
    try {
      if (!loop.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("batch under way at the stop; it goes on at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turns() {
    try {
      boolean more = true;
      while (running && more) {
        more = batches.candidates(clock.instant(), LOOKED_AT).stream().anyMatch(this::work);
      }
    } catch (RuntimeException e) {
      // A thrown exception would end the loop; the next turn tries again.
      LOG.warn("batches not looked at", e);
    }
  }

  private boolean work(Candidate batch) {
    try {
      return work(batch, config.chunk());
    } catch (CannotSignYet _) {
      return later(batch);
    } catch (RuntimeException e) {
      LOG.errorf(e, "rows not decided batch=%s", batch.id());
      return TransientSql.caused(e) ? later(batch) : oneByOne(batch);
    }
  }

  private boolean work(Candidate batch, int most) {
    Deque<StatusPlace> taken = take(batch, most);
    try {
      return workOnBatch.work(batch.id(), most, taken);
    } catch (CannotSignYet e) {
      throw e;
    } catch (RuntimeException e) {
      // Whether it was committed cannot be told, so the places are not used again.
      taken.clear();
      throw e;
    } finally {
      taken.forEach(place -> places.giveBack(batch.organisation(), place));
    }
  }

  /** Before the transaction, since taking places may need one. */
  private Deque<StatusPlace> take(Candidate batch, int most) {
    var taken = new ArrayDeque<StatusPlace>();
    int wanted = batch.dryRun() ? 0 : Math.min(most, batch.left());
    while (taken.size() < wanted) {
      var place = places.take(batch.organisation());
      if (place.isEmpty()) {
        break;
      }
      taken.add(place.get());
    }
    return taken;
  }

  /** Finds the row that keeps the others from being issued, and refuses it. */
  private boolean oneByOne(Candidate batch) {
    int rows = Math.min(config.chunk(), batch.left());
    for (int i = 0; i < rows && running; i++) {
      int done =
          batches.find(batch.organisation(), batch.id()).map(Batch::done).orElse(Integer.MAX_VALUE);
      try {
        var _ = work(batch, 1);
      } catch (CannotSignYet _) {
        return later(batch);
      } catch (RuntimeException e) {
        if (TransientSql.caused(e)) {
          return later(batch);
        }
        LOG.errorf(e, "row given up on batch=%s", batch.id());
        workOnBatch.giveUpOnRowAfter(batch.id(), done);
      }
    }
    return true;
  }

  private boolean later(Candidate batch) {
    batches.postpone(batch.id(), clock.instant().plus(config.pause()));
    return false;
  }
}
