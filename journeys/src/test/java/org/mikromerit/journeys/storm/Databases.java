package org.mikromerit.journeys.storm;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.postgres.PostgresServer;

/** The superuser's look into every service's database. */
public final class Databases implements AutoCloseable {
  private final PostgresServer postgres;
  private final Map<String, Connection> connections = new HashMap<>();

  public Databases(PostgresServer postgres) {
    this.postgres = postgres;
  }

  /** What becomes of a row. */
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public <T> List<T> rows(String database, String query, RowReader<T> reader) {
    try (Statement statement = connection(database).createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + query, e);
    }
  }

  /** The rows' first columns as keys of their second ones. */
  public Map<String, String> pairs(String database, String query) {
    Map<String, String> pairs = new HashMap<>();
    rows(database, query, row -> List.of(row.getString(1), row.getString(2)))
        .forEach(
            pair -> {
              if (pairs.put(pair.getFirst(), pair.getLast()) != null) {
                throw new Violation(pair.getFirst() + " is there twice: " + query);
              }
            });
    return pairs;
  }

  public long count(String database, String query) {
    return rows(database, query, row -> row.getLong(1)).getFirst();
  }

  public void run(String database, String statements) {
    try (Statement statement = connection(database).createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + statements, e);
    }
  }

  private Connection connection(String database) throws SQLException {
    Connection known = connections.get(database);
    if (known == null) {
      known =
          DriverManager.getConnection(
              postgres.admin().jdbcBase() + database,
              postgres.admin().user(),
              postgres.admin().password());
      connections.put(database, known);
    }
    return known;
  }

  @Override
  public void close() {
    for (Connection connection : connections.values()) {
      try {
        connection.close();
      } catch (SQLException e) {
        // The server ends it.
      }
    }
  }
}
