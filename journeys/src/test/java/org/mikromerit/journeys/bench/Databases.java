package org.mikromerit.journeys.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mikromerit.platform.postgres.PostgresAdmin;

/** The superuser's look into every service's database. */
record Databases(PostgresAdmin admin, Map<String, Queue<Connection>> lent) {

  Databases(PostgresAdmin admin) {
    this(admin, new ConcurrentHashMap<>());
  }

  /** The first column of the first row. */
  double number(String database, String query) {
    return Double.parseDouble(text(database, query));
  }

  /** The first column of the first row, which is not null. */
  String text(String database, String query) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return Objects.requireNonNull(row.getString(1), query);
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + query, e);
    }
  }

  void run(String database, String statements) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + statements, e);
    }
  }

  /** One to look with often, to be given back. */
  Connection borrow(String database) {
    Connection free = lent.computeIfAbsent(database, _ -> new ConcurrentLinkedQueue<>()).poll();
    try {
      return free == null ? connect(database) : free;
    } catch (SQLException e) {
      throw new IllegalStateException(database, e);
    }
  }

  void giveBack(String database, Connection connection) {
    lent.computeIfAbsent(database, _ -> new ConcurrentLinkedQueue<>()).add(connection);
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(admin.jdbcBase() + database, admin.user(), admin.password());
  }
}
