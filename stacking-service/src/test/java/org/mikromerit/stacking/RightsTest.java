package org.mikromerit.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @Tag("S10")
  @ValueSource(
      strings = {
        "update pathway_version set rule = '{}'",
        "delete from pathway_version",
        "update pathway_definition set version = 2",
        "delete from pathway_definition",
        "delete from pathway",
        "update stack set parts = '{}'",
        "update stack set attempt = 2",
        "delete from stack",
        "truncate stack",
        "delete from progress",
        "delete from credential",
        "delete from definition",
        "delete from backward_evaluation",
        "update audit set actor = ''",
        "delete from audit",
        "alter table stack drop column parts",
        "drop table stack",
        "create table mine (id integer)"
      })
  void theServicesOwnRoleCannotRewriteWhatWasDecided(String statement) {
    assertThatThrownBy(() -> execute(statement))
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @Test
  @Tag("S10")
  void theServicesOwnRoleOwnsNothing() throws SQLException {
    try (Connection connection = asTheService();
        var statement = connection.createStatement();
        var owned =
            statement.executeQuery(
                "select relname from pg_class where relowner = current_user::regrole")) {
      assertThat(owned.next()).isFalse();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = asTheService();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection asTheService() throws SQLException {
    return CDI.current().select(DataSource.class).get().getConnection();
  }
}
