package org.mikromerit.kit.chain;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Seals what was written since the last time. Of all replicas one does, elected by an advisory lock
 * and over the very connection that holds it, so that there is one chain.
 */
@ApplicationScoped
class Sealer {
  private static final Logger LOG = Logger.getLogger(Sealer.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** Rows that were committed late are rare, and have a minute. */
  private static final int LOOKS_BACK_EVERY = 10;

  private final ChainConfig config;
  private final SealingConnection.Factory connections;
  private final Chain chain;
  private final InstantSource clock;
  private final Semaphore stopped = new Semaphore(0);
  private volatile boolean running = true;
  private @Nullable Thread thread;

  Sealer(
      ChainConfig config, SealingConnection.Factory connections, Chain chain, InstantSource clock) {
    this.config = config;
    this.connections = connections;
    this.chain = chain;
    this.clock = clock;
  }

  void start(@Observes @Priority(2_000) StartupEvent event) {
    thread = Thread.ofVirtual().name("chain-sealer").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
    stopped.release();
    Thread sealer = thread;
    if (sealer != null) {
      try {
        sealer.join(Duration.ofSeconds(15));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (running) {
      try (SealingConnection connection = connections.open()) {
        if (connection.lead()) {
          lead(connection);
        } else {
          await(config.standBy());
        }
      } catch (SQLException e) {
        LOG.warnf("sealing database unreachable state=%s", e.getSQLState());
        await(AFTER_FAILURE);
      } catch (JdbiException e) {
        LOG.warnf("sealing failed cause=%s", e.getClass().getSimpleName());
        await(AFTER_FAILURE);
      } catch (RuntimeException e) {
        LOG.error("sealing failed", e);
        await(AFTER_FAILURE);
      }
    }
  }

  private void lead(SealingConnection connection) {
    // What was committed late may wait for longer than a row may: while no process ran, or stood.
    Instant lookedBack =
        connection.handle().inTransaction(sql -> chain.lastSealed(sql, clock.instant()));
    for (int turn = 0; running; turn++) {
      boolean lookBack = turn % LOOKS_BACK_EVERY == 0;
      Instant beginning = clock.instant();
      for (SealedTable table : chain.tables()) {
        sealAll(connection, table, lookBack, lookedBack);
      }
      lookedBack = lookBack ? beginning : lookedBack;
      await(config.pause());
    }
  }

  private void sealAll(
      SealingConnection connection, SealedTable table, boolean lookBack, Instant lookedBack) {
    int sealed;
    do {
      sealed =
          connection
              .handle()
              .inTransaction(sql -> chain.seal(sql, table, lookBack, lookedBack, clock.instant()));
    } while (sealed == Chain.MOST && running);
  }

  private void await(Duration longest) {
    try {
      if (running && stopped.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("sealer stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
