package org.mikromerit.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Tries parked events again: at every start, since a fix comes with a new version, and when the
 * operator asks. Each key's events are applied in their order, each in a transaction of its own,
 * until one fails again; the later ones then go on waiting behind it.
 */
@ApplicationScoped
public class DrainParked {
  private static final Logger LOG = Logger.getLogger(DrainParked.class);
  private static final int AT_ONCE = 200;

  private final Handlers handlers;
  private final Parked parked;
  private final Rewinds rewinds;
  private final InboxConfig config;
  private final ExecutorService oneAtATime =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("drain-parked").factory());
  private volatile boolean running = true;

  DrainParked(Handlers handlers, Parked parked, Rewinds rewinds, InboxConfig config) {
    this.handlers = handlers;
    this.parked = parked;
    this.rewinds = rewinds;
    this.config = config;
  }

  void start(@Observes @Priority(2_200) StartupEvent event) {
    if (config.enabled()) {
      begin(null, null);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    oneAtATime.shutdown();
    if (!oneAtATime.awaitTermination(Duration.ofSeconds(15).toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("parked events are still being applied");
    }
  }

  /**
   * Begins to try the parked events again and returns at once.
   *
   * @param topic null for all topics
   * @param key null for all keys
   */
  public void begin(@Nullable String topic, @Nullable String key) {
    oneAtATime.execute(() -> drain(topic, key));
  }

  private void drain(@Nullable String topic, @Nullable String key) {
    long after = 0;
    while (running) {
      try {
        List<Parked.Queue> queues = parked.queues(topic, key, after, AT_ONCE);
        if (queues.isEmpty()) {
          return;
        }
        for (Parked.Queue queue : queues) {
          empty(queue);
          after = queue.head();
        }
      } catch (RuntimeException e) {
        LOG.warnf("parked events cannot be tried just now cause=%s", Failures.cause(e));
        pause();
      }
    }
  }

  private void empty(Parked.Queue queue) {
    while (running) {
      var attempt = new Attempt(queue);
      try {
        if (QuarkusTransaction.requiringNew().call(attempt::make)) {
          continue;
        }
      } catch (RuntimeException e) {
        if (TransientSql.caused(e)) {
          throw e;
        }
        attempt.failed(Failures.cause(e));
      }
      return;
    }
  }

  /** One record's turn. */
  private final class Attempt {
    private final Parked.Queue queue;
    private Parked.@Nullable Entry entry;

    private Attempt(Parked.Queue queue) {
      this.queue = queue;
    }

    /** Applies the queue's next record; false if there is none, or it cannot be. */
    boolean make() {
      rewinds.holdOff();
      entry = parked.takeNext(queue).orElse(null);
      if (entry == null) {
        return false;
      }
      try {
        handlers.handle(entry.record());
        parked.remove(entry);
        LOG.infof("parked event applied topic=%s position=%d", queue.topic(), entry.position());
        return true;
      } catch (CannotApply e) {
        parked.failedAgain(entry, e.reason());
        return false;
      }
    }

    /** In a transaction of its own: the one that tried was rolled back. */
    void failed(String cause) {
      Parked.Entry tried = entry;
      if (tried != null) {
        QuarkusTransaction.requiringNew().run(() -> parked.failedAgain(tried, cause));
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.pause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
