package org.mikromerit.testkit.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Connections to the database of the service under test. */
final class Owner {
  private Owner() {}

  /** As the role that owns the tables, which the service itself never is. */
  static Connection connect() {
    try {
      return DriverManager.getConnection(
          setting("url"), setting("owner"), setting("owner-password"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the role that the service runs as. */
  static Connection connectAsTheService() throws SQLException {
    return DriverManager.getConnection(setting("url"), setting("user"), setting("password"));
  }

  static String setting(String name) {
    return ConfigProvider.getConfig().getValue("mikromerit.database." + name, String.class);
  }
}
