package org.mikromerit.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.events.DataClassification;
import org.mikromerit.events.EventEnvelope;
import org.postgresql.ds.PGSimpleDataSource;

/** The relay's own connection: it holds the lock, so it is never a pool's. */
final class OutboxConnection implements AutoCloseable {
  /** Names the lead among a database's advisory locks; every service has a database of its own. */
  private static final long LEAD = 0x6d6d_6f75_7462_6f78L;

  private final Connection connection;

  private OutboxConnection(Connection connection) {
    this.connection = connection;
  }

  /** Opens connections as the service's own role. */
  @ApplicationScoped
  static class Factory {
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    Factory(
        @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
        @ConfigProperty(name = "quarkus.datasource.username") String user,
        @ConfigProperty(name = "quarkus.datasource.password") String password) {
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      source.setApplicationName("outbox-relay");
      source.setConnectTimeout(5);
      source.setSocketTimeout(30);
      source.setTcpKeepAlive(true);
    }

    OutboxConnection open() throws SQLException {
      return new OutboxConnection(source.getConnection());
    }
  }

  /** Tries to become the leader; the lock lives as long as this connection. */
  boolean lead() throws SQLException {
    try (PreparedStatement sql = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      sql.setLong(1, LEAD);
      try (ResultSet row = sql.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * The visible rows, first the priority lane, then by age. There is no "after the last one":
   * transactions commit out of the order of their positions, so what is visible is read, and
   * exactly what was acknowledged is deleted.
   */
  List<OutboxRow> oldest(int most) throws SQLException {
    try (PreparedStatement sql =
        connection.prepareStatement(
            """
            select position, id, aggregatetype, aggregateid, type, payload, subject, sequence,
                   classification, occurred_at, traceparent
              from outbox order by lane, position limit ?
            """)) {
      sql.setInt(1, most);
      try (ResultSet row = sql.executeQuery()) {
        var rows = new ArrayList<OutboxRow>();
        while (row.next()) {
          rows.add(read(row));
        }
        return rows;
      }
    }
  }

  private static OutboxRow read(ResultSet row) throws SQLException {
    String topic = row.getString("aggregatetype");
    Instant time = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    String classification = row.getString("classification");
    var envelope =
        new EventEnvelope(
            row.getObject("id", UUID.class),
            row.getString("type"),
            org.mikromerit.events.Topic.named(topic).orElseThrow().source(),
            row.getString("subject"),
            row.getString("aggregateid"),
            row.getLong("sequence"),
            time,
            DataClassification.ofCode(classification).orElseThrow(),
            row.getString("traceparent"));
    return new OutboxRow(
        row.getLong("position"),
        topic,
        envelope.key(),
        envelope.toHeaders(),
        row.getString("payload"));
  }

  void delete(List<Long> positions) throws SQLException {
    if (positions.isEmpty()) {
      return;
    }
    try (PreparedStatement sql =
        connection.prepareStatement("delete from outbox where position = any (?)")) {
      sql.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      sql.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
