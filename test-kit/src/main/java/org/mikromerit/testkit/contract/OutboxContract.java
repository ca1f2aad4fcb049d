package org.mikromerit.testkit.contract;

import io.quarkus.arc.Arc;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.outbox.OutboxRelay;
import org.mikromerit.platform.postgres.PostgresAdmin;
import org.mikromerit.testkit.platform.Platform;

/**
 * What a service announces arrives, all of it, in order per entity, and nothing that was rolled
 * back.
 */
public abstract class OutboxContract {
  private final OutboxLoad load = new OutboxLoad();

  @BeforeEach
  void theLoadIsAnyServices() {
    AnyWriter.mayWrite(Topic.ORGANISATION);
  }

  @Test
  @Tag("R1")
  void sixteenConcurrentWritersLoseNoEventAndKeepOrderPerEntity() throws Exception {
    load.writeConcurrently();

    load.assertEverythingArrivedInOrder();
  }

  @Test
  @Tag("R1")
  void aLeaderReplacedAgainAndAgainLosesNothingAndKeepsOrder() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new AtomicBoolean(true);
      Future<?> killer =
          executor.submit(
              () -> {
                while (writing.get()) {
                  terminateLeader();
                  Thread.sleep(60);
                }
                return null;
              });
      try {
        load.writeConcurrently();
      } finally {
        writing.set(false);
      }
      killer.get();
    }

    load.assertEverythingArrivedInOrder();
  }

  @Test
  void whatIsAnnouncedWhileTheRelayStandsStillArrivesWhenItIsBack() throws Exception {
    OutboxRelay relay = bean(OutboxRelay.class);
    relay.stop();
    load.writeConcurrently();

    relay.start();

    load.assertEverythingArrivedInOrder();
  }

  private static void terminateLeader() {
    PostgresAdmin admin = Platform.get().postgres();
    try (var connection =
            DriverManager.getConnection(
                admin.jdbcBase() + "postgres", admin.user(), admin.password());
        var sql = connection.createStatement()) {
      sql.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'outbox-relay'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
