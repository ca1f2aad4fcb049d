package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest {
  @Inject Jdbi jdbi;

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @Tag("S10")
  @ValueSource(
      strings = {
        "delete from organisation",
        "delete from organisation_key",
        "delete from definition",
        "delete from issuing_right",
        "delete from status_list",
        "delete from credential_status",
        "truncate status_list_waiting",
        "drop table status_list",
        "update audit set actor = ''",
        "delete from audit",
        "create table mine (id integer)"
      })
  void theServicesOwnRoleKeepsItsCopiesAndNoMore(String statement) {
    assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute(statement)))
        .cause()
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @Test
  @Tag("S10")
  void theServicesOwnRoleIsNotTheOwnerAndOwnsNothing() {
    String role =
        jdbi.withHandle(sql -> sql.createQuery("select current_user").mapTo(String.class).one());
    List<String> owned =
        jdbi.withHandle(
            sql ->
                sql.createQuery(
                        "select relname from pg_class where relowner = current_user::regrole")
                    .mapTo(String.class)
                    .list());

    assertThat(role).endsWith("_app");
    assertThat(owned).isEmpty();
  }
}
