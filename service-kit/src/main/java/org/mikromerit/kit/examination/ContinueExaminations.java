package org.mikromerit.kit.examination;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Examinations.Turn;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Goes on with what is to be examined, a page and a transaction at a time, on whichever replica is
 * free; after a crash another goes on behind the last page.
 */
@ApplicationScoped
class ContinueExaminations {
  private static final Logger LOG = Logger.getLogger(ContinueExaminations.class);

  /** Examinations are rare. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** What a page left to do. */
  private enum Left {
    NOTHING,
    MORE,
    LATER
  }

  private final List<Check> checks;
  private final Examinations examinations;
  private final InstantSource clock;
  private final Semaphore stopped = new Semaphore(0);
  private volatile boolean running = true;
  private @Nullable Thread thread;

  ContinueExaminations(@All List<Check> checks, Examinations examinations, InstantSource clock) {
    this.checks = checks;
    this.examinations = examinations;
    this.clock = clock;
  }

  void start(@Observes @Priority(2_000) StartupEvent event) {
    thread = Thread.ofVirtual().name("examinations").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    stopped.release();
    Thread examiner = thread;
    if (examiner != null) {
      try {
        examiner.join(Duration.ofSeconds(15));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (running) {
      Left left = look();
      if (left == Left.NOTHING) {
        checks.forEach(ContinueExaminations::rest);
      }
      if (left != Left.MORE) {
        await();
      }
    }
  }

  private static void rest(Check check) {
    try {
      check.rest();
    } catch (RuntimeException e) {
      LOG.warnf(
          "a check holds on to something check=%s cause=%s",
          check.name(), e.getClass().getSimpleName());
    }
  }

  private void await() {
    try {
      if (running && stopped.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("examinations stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private Left look() {
    Turn[] turn = new Turn[1];
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                Optional<Turn> next = examinations.take();
                next.ifPresent(each -> turn[0] = each);
                return next.map(this::page).orElse(Left.NOTHING);
              });
    } catch (RuntimeException e) {
      if (turn[0] == null || TransientSql.caused(e)) {
        LOG.warnf("examination cannot go on just now cause=%s", e.getClass().getSimpleName());
        return Left.LATER;
      }
      LOG.error("examination failed check=" + turn[0].name(), e);
      return fail(turn[0]);
    }
  }

  private Left page(Turn turn) {
    Optional<Check> check = check(turn);
    if (check.isEmpty()) {
      // Asked for from another version of this service.
      examinations.fail(
          turn.examination(), clock.instant(), "This version has no check " + turn.name() + ".");
      return Left.MORE;
    }
    CheckPage page = check.get().next(turn.known(), turn.cursor());
    examinations.advance(turn, page, clock.instant());
    if (page.cursor() == null) {
      check.get().end();
    }
    return page.waits() ? Left.LATER : Left.MORE;
  }

  private Left fail(Turn turn) {
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                examinations.fail(
                    turn.examination(),
                    clock.instant(),
                    "The check " + turn.name() + " could not be made; the log says why.");
                check(turn).ifPresent(ContinueExaminations::end);
              });
      return Left.MORE;
    } catch (RuntimeException e) {
      LOG.warnf("examination cannot be ended cause=%s", e.getClass().getSimpleName());
      return Left.LATER;
    }
  }

  /** In a transaction of its own: an examination that failed ends, whatever is left behind. */
  private static void end(Check check) {
    try {
      QuarkusTransaction.requiringNew().run(check::end);
    } catch (RuntimeException e) {
      LOG.warnf(
          "what a check made is left check=%s cause=%s",
          check.name(), e.getClass().getSimpleName());
    }
  }

  private Optional<Check> check(Turn turn) {
    return checks.stream().filter(each -> each.name().equals(turn.name())).findFirst();
  }
}
