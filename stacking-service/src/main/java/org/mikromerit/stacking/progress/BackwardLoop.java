package org.mikromerit.stacking.progress;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.EvaluateBackwards.PageFailed;

/** Works through the evaluations that were put off, one page after the other. */
@ApplicationScoped
class BackwardLoop {
  private static final Logger LOG = Logger.getLogger(BackwardLoop.class);
  // What another process left behind is found so late at worst; our own requests wake us.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(1);

  private final EvaluateBackwards evaluateBackwards;
  private final EvaluateDue evaluateDue;
  private final Semaphore wakeUps = new Semaphore(0);
  private @Nullable Thread worker;

  BackwardLoop(EvaluateBackwards evaluateBackwards, EvaluateDue evaluateDue) {
    this.evaluateBackwards = evaluateBackwards;
    this.evaluateDue = evaluateDue;
  }

  void start(@Observes StartupEvent started) {
    worker = Thread.ofVirtual().name("backward-evaluation").start(this::run);
  }

  void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
    Thread running = worker;
    if (running != null) {
      running.interrupt();
      running.join(Duration.ofSeconds(10));
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) PublishedPathway published) {
    wakeUps.release();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        workOff();
        if (wakeUps.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void workOff() throws InterruptedException {
    try {
      boolean more = true;
      while (more && !Thread.currentThread().isInterrupted()) {
        boolean backwards = nextPage();
        more = evaluateDue.nextPage() || backwards;
      }
    } catch (RuntimeException e) {
      // The database may be away.
      LOG.warnf(e, "backward evaluation failed, tried again in %s", LOOK_AGAIN);
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private boolean nextPage() {
    try {
      return evaluateBackwards.nextPage();
    } catch (PageFailed e) {
      // The page was rolled back. Behind the others, so that it does not hold up later pathways.
      LOG.warnf(e, "page failed pathway=%s version=%d", e.open().pathway(), e.open().version());
      evaluateBackwards.postpone(e.open(), AFTER_TROUBLE);
      return true;
    }
  }
}
