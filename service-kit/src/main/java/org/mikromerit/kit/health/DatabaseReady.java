package org.mikromerit.kit.health;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers this service's own role; without the broker or the identity
 * provider it still serves.
 */
@Readiness
class DatabaseReady implements HealthCheck {
  private final DataSource database;

  DatabaseReady(DataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("database");
    try (var connection = database.getConnection();
        var sql = connection.createStatement();
        var row = sql.executeQuery("select 1 from outbox limit 1")) {
      return response.up().withData("outbox", row.next() ? "waiting" : "empty").build();
    } catch (SQLException e) {
      return response.down().withData("sqlstate", String.valueOf(e.getSQLState())).build();
    }
  }
}
