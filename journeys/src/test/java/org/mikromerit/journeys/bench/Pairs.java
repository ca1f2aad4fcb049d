package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mikromerit.platform.postgres.PostgresAdmin;
import org.mikromerit.platform.process.Tools;

/**
 * The limit that issues are held against: what this PostgreSQL commits where all that there is to
 * an issue is a row of the credential's size and a row that announces it.
 *
 * @param pgbench empty where there is none: then it is the same statements in a loop over JDBC
 */
record Pairs(PostgresAdmin admin, int port, Path folder, Optional<Path> pgbench) {
  private static final String DATABASE = "pairs";
  private static final String CREDENTIAL =
      "insert into credential select gen_random_uuid(), body from sample";
  private static final String EVENT =
      "insert into outbox (topic, payload) select 'mm.credential.v1', substr(body, 1, 600) from"
          + " sample";
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  /** In a database of their own beside the services'. */
  static Pairs beside(PostgresAdmin admin, int port, Path folder) {
    Databases databases = new Databases(admin);
    databases.run("postgres", "drop database if exists " + DATABASE);
    databases.run("postgres", "create database " + DATABASE);
    databases.run(
        DATABASE,
        """
        create table credential (id uuid primary key, body bytea not null);
        create table outbox (position bigserial primary key, topic text not null, payload bytea not null);
        create table sample (body bytea not null);
        insert into sample select decode(string_agg(md5(i::text), ''), 'hex') from generate_series(1, 250) i
        """);
    return new Pairs(admin, port, folder, Tools.find("pgbench"));
  }

  String means() {
    return pgbench.isPresent() ? "pgbench" : "a loop over JDBC";
  }

  /**
   * Pairs a second.
   *
   * @param perCommit how many there are to a transaction
   */
  double perSecond(int clients, int perCommit, Duration during) {
    return pgbench.isPresent()
        ? perCommit * transactions(pgbench.get(), clients, perCommit, during)
        : perCommit * loop(clients, perCommit, during);
  }

  private double transactions(Path program, int clients, int perCommit, Duration during) {
    Path script = folder.resolve("pairs.sql");
    String pair = CREDENTIAL + ";\n" + EVENT + ";\n";
    try {
      Files.writeString(
          script,
          perCommit == 1
              ? "begin;\n" + pair + "commit;\n"
              // As a program sends them that has so many, without waiting for each.
              : "\\startpipeline\nbegin;\n" + pair.repeat(perCommit) + "commit;\n\\endpipeline\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String said =
        Tools.run(
            List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + during.toSeconds(),
                "--file=" + script,
                "--host=localhost",
                "--port=" + port,
                "--username=" + admin.user(),
                DATABASE),
            Map.of("PGPASSWORD", admin.password()));
    Matcher rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IllegalStateException("pgbench said no rate: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private double loop(int clients, int perCommit, Duration during) {
    AtomicLong commits = new AtomicLong();
    long end = System.nanoTime() + during.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      threads.add(Thread.ofPlatform().start(() -> commit(perCommit, end, commits)));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return commits.get() / (during.toNanos() / 1e9);
  }

  private void commit(int perCommit, long end, AtomicLong commits) {
    try (Connection connection =
            DriverManager.getConnection(
                admin.jdbcBase() + DATABASE, admin.user(), admin.password());
        PreparedStatement credential = connection.prepareStatement(CREDENTIAL);
        PreparedStatement event = connection.prepareStatement(EVENT)) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < end) {
        for (int pair = 0; pair < perCommit; pair++) {
          credential.addBatch();
          event.addBatch();
        }
        credential.executeBatch();
        event.executeBatch();
        connection.commit();
        commits.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
