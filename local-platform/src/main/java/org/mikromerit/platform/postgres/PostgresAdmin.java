package org.mikromerit.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.mikromerit.platform.PlatformException;

/**
 * The superuser's hand on a running PostgreSQL.
 *
 * @param jdbcBase ends before the database's name, as {@code jdbc:postgresql://localhost:15432/}
 */
public record PostgresAdmin(String jdbcBase, String user, String password) {
  /** Without these three a commit that was answered may be lost. */
  private static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final String WRONG_PASSWORD = "28P01";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,50}");

  /** Whether it takes a statement. A wrong password is said at once: waiting would not help. */
  public boolean answers() {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      if (WRONG_PASSWORD.equals(e.getSQLState())) {
        throw new PlatformException(
            "PostgreSQL at "
                + jdbcBase
                + " refuses our password: its data were made with other secrets. Bring back the"
                + " secrets.properties that belongs to them, or remove the state folder.",
            e);
      }
      return false;
    }
  }

  /** What the server itself says a setting is. */
  public String show(String setting) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name(setting))) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new PlatformException("PostgreSQL does not show " + setting + ".", e);
    }
  }

  /** Refuses a server that may lose what it has confirmed. */
  public void requireDurable() {
    DURABLE.forEach(
        (setting, wanted) -> {
          String is = show(setting);
          if (!is.equals(wanted)) {
            throw new PlatformException(
                "PostgreSQL runs with "
                    + setting
                    + " = "
                    + is
                    + ": it could lose credentials that were confirmed. It must be "
                    + wanted
                    + ".");
          }
        });
  }

  /** Makes the database and its two roles, or sets their passwords and rights anew. */
  public Database ensure(String name, String ownerPassword, String appPassword) {
    String owner = name(name) + "_owner";
    String app = name + "_app";
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      role(statement, owner, ownerPassword);
      role(statement, app, appPassword);
      if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
        statement.execute("create database " + name + " owner " + owner);
      }
      statement.execute("revoke all on database " + name + " from public");
      statement.execute("grant connect on database " + name + " to " + owner + ", " + app);
      statement.execute("revoke connect on database postgres, template1 from public");
    } catch (SQLException e) {
      throw new PlatformException("Database " + name + " could not be made.", e);
    }
    ownSchema(name, owner, app);
    return new Database(name, jdbcBase + name, owner, ownerPassword, app, appPassword);
  }

  /** Removes the database with all that is in it; its roles stay. */
  public void drop(String name) {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name(name) + " with (force)");
    } catch (SQLException e) {
      throw new PlatformException("Database " + name + " could not be removed.", e);
    }
  }

  private void ownSchema(String name, String owner, String app) {
    try (Connection connection = connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute("alter schema public owner to " + owner);
      statement.execute("revoke all on schema public from public");
      statement.execute("grant usage on schema public to " + app);
    } catch (SQLException e) {
      throw new PlatformException("The schema of " + name + " could not be given away.", e);
    }
  }

  private static void role(Statement statement, String role, String password) throws SQLException {
    String verb =
        exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")
            ? "alter role "
            : "create role ";
    statement.execute(verb + role + " login password '" + password.replace("'", "''") + "'");
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        jdbcBase + database + "?connectTimeout=5&loginTimeout=5", user, password);
  }

  /** Names go into SQL as they are, so only harmless ones may. */
  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name of ours: " + name);
    }
    return name;
  }
}
