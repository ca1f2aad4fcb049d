package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.testkit.platform.Platform;

/**
 * What the database refuses whatever the code does. The service's own append-only tables are added
 * by the test that inherits this.
 */
public abstract class RightsContract {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @Tag("S10")
  @ValueSource(
      strings = {
        "update audit set actor = ''",
        "delete from audit",
        "truncate audit",
        "update disclosure set purpose = 'SHARE'",
        "delete from disclosure",
        "truncate disclosure",
        "update chain_link set digest = previous",
        "delete from chain_link",
        "truncate chain_link",
        "alter table chain_link drop column digest",
        "update row_note set digest = ''",
        "delete from row_note",
        "update inbox set topic = ''",
        "update outbox set payload = ''",
        "update parked set payload = null",
        "update replay set topic = ''",
        "delete from replay",
        "drop table audit",
        "alter table disclosure drop column basis",
        "create table mine (id integer)",
        "create schema mine",
        "create function mine() returns integer language sql as 'select 1'",
        "alter role current_user createdb",
        "insert into flyway_schema_history (installed_rank, description, type, script, installed_by,"
            + " execution_time, success) values (99, '', '', '', '', 0, true)"
      })
  void theServicesOwnRoleMayNot(String statement) {
    assertRefused(statement);
  }

  /** Fails unless the database refuses the service's own role this statement. */
  protected static void assertRefused(String statement) {
    assertThatThrownBy(
            () -> {
              try (var connection = Owner.connectAsTheService();
                  var sql = connection.createStatement()) {
                sql.execute(statement);
              }
            })
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @Test
  @Tag("S10")
  void theServicesOwnRoleOwnsNothingAndIsNoOwnersMember() throws SQLException {
    try (var connection = Owner.connectAsTheService();
        var sql = connection.createStatement();
        var row =
            sql.executeQuery(
                """
                select (select count(*) from pg_class where relowner = current_user::regrole)
                     + (select count(*) from pg_auth_members where member = current_user::regrole)
                     + (select count(*) from pg_roles where rolname = current_user
                           and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls))
                """)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isZero();
    }
  }

  @Test
  @Tag("S4")
  void anotherServicesRoleCannotEvenConnect() {
    Database others = Platform.get().freshDatabase("neighbour");

    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                        Owner.setting("url"), others.app(), others.appPassword())
                    .close())
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @Test
  @Tag("S4")
  void theServicesRoleCannotConnectToAnothersDatabase() {
    Database others = Platform.get().freshDatabase("neighbour");

    assertThatThrownBy(
            () ->
                DriverManager.getConnection(
                        others.jdbcUrl(), Owner.setting("user"), Owner.setting("password"))
                    .close())
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }
}
