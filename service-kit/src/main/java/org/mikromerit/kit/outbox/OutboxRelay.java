package org.mikromerit.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.fault.FaultPoints;
import org.mikromerit.kit.replay.ContinueReplays;

/**
 * Carries committed rows of the outbox to the broker, at least once and in order per entity. Of all
 * replicas one leads, elected by an advisory lock; the rows are read and deleted over the very
 * connection that holds the lock, so whoever loses the connection has stopped leading.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private final OutboxConfig config;
  private final OutboxConnection.Factory connections;
  private final OutboxPublisher.Factory publishers;
  private final FaultPoints faults;
  private final ContinueReplays replays;
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile boolean leading;
  private volatile @Nullable Thread thread;

  OutboxRelay(
      OutboxConfig config,
      OutboxConnection.Factory connections,
      OutboxPublisher.Factory publishers,
      FaultPoints faults,
      ContinueReplays replays) {
    this.config = config;
    this.connections = connections;
    this.publishers = publishers;
    this.faults = faults;
    this.replays = replays;
  }

  void start(@Observes @Priority(2_000) StartupEvent event) {
    start();
  }

  void stop(@Observes ShutdownEvent event) {
    stop();
  }

  /** Begins to relay, or to stand by; does nothing when it runs already. */
  public synchronized void start() {
    if (!running) {
      running = true;
      thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }
  }

  /** Ends after the batch under way, and gives up the lead. */
  public synchronized void stop() {
    running = false;
    wake();
    Thread relay = thread;
    if (relay != null) {
      try {
        relay.join(Duration.ofSeconds(15));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** There may be rows: look now. */
  public void wake() {
    wakeUps.release();
  }

  /** Whether this process is the one that publishes. */
  public boolean leading() {
    return leading;
  }

  private void run() {
    while (running) {
      try (OutboxConnection connection = connections.open()) {
        if (connection.lead()) {
          lead(connection);
        } else {
          await(config.standBy());
        }
      } catch (SQLException e) {
        LOG.warnf("outbox database unreachable state=%s", e.getSQLState());
        await(config.pause());
      } catch (RuntimeException e) {
        LOG.error("outbox relay failed", e);
        await(config.pause());
      } finally {
        leading = false;
      }
    }
  }

  private void lead(OutboxConnection connection) throws SQLException {
    LOG.info("outbox relay leads");
    leading = true;
    OutboxPublisher publisher = publishers.open();
    try {
      while (running) {
        List<OutboxRow> rows = connection.oldest(config.batch());
        // Little waits: what is to be told again may join it.
        boolean more = rows.size() < config.batch() && replays.nextPage();
        if (rows.isEmpty()) {
          if (!more) {
            await(config.poll());
          }
          continue;
        }
        List<Long> acknowledged = publisher.publish(rows);
        if (!acknowledged.isEmpty()) {
          faults.here("after-ack");
        }
        connection.delete(acknowledged);
        if (acknowledged.size() < rows.size()) {
          LOG.warnf("broker took %d of %d events", acknowledged.size(), rows.size());
          // A fresh producer: what the old one still held must not arrive after what is sent next.
          publisher.close();
          await(config.pause());
          publisher = publishers.open();
        } else if (rows.size() < config.batch()) {
          gather();
        }
      }
    } finally {
      publisher.close();
    }
  }

  private void gather() {
    try {
      Thread.sleep(config.gather());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void await(Duration longest) {
    try {
      // Rows are read in batches: one wake-up stands for all that came meanwhile.
      if (wakeUps.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
