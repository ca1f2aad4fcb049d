package org.mikromerit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @ParameterizedTest
  @Tag("S10")
  @ValueSource(
      strings = {
        "update ledger_entry set digest = repeat('0', 64)",
        "update ledger_entry set registered_at = now()",
        "delete from ledger_entry",
        "truncate ledger_entry",
        "alter table ledger_entry drop constraint complete",
        "drop table ledger_entry",
        "update organisation_history set reason = ''",
        "delete from organisation_history",
        "delete from organisation",
        "update application set filed_by = ''",
        "delete from application",
        "update proposal set prepared_by = ''",
        "delete from proposal",
        "update proposal_closing set outcome = 'RETURNED'",
        "delete from proposal_closing",
        "update accreditation set valid_until = now()",
        "delete from accreditation",
        "delete from accreditation_withdrawal",
        "update definition_version set content = '{}'",
        "delete from definition_version",
        "delete from organisation_key",
        "delete from status_list",
        "update trust_list_version set jws = ''",
        "delete from trust_list_version",
        "update learner_link set learner = null",
        "delete from learner_link",
        "delete from learner",
        "update learner_key set wrapped_key = ''",
        "update portfolio_entry set learner_ref = ''",
        "delete from portfolio_entry",
        "update portfolio_body set sealed = ''",
        "delete from portfolio_body",
        "update trust_bundle set jws = ''",
        "delete from trust_bundle",
        "delete from issuing_right",
        "update audit set actor = ''",
        "delete from audit",
        "create table mine (id integer)"
      })
  void theServicesOwnRoleCannotRewriteTheRegister(String statement) {
    assertThatThrownBy(() -> Register.database().useHandle(sql -> sql.execute(statement)))
        .cause()
        .isInstanceOf(SQLException.class)
        .extracting(failure -> ((SQLException) failure).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @Test
  @Tag("S10")
  void theServicesOwnRoleIsNotTheOwnerAndOwnsNothing() {
    String role =
        Register.database()
            .withHandle(sql -> sql.createQuery("select current_user").mapTo(String.class).one());
    List<String> owned =
        Register.database()
            .withHandle(
                sql ->
                    sql.createQuery(
                            "select relname from pg_class where relowner = current_user::regrole")
                        .mapTo(String.class)
                        .list());

    assertThat(role).endsWith("_app");
    assertThat(owned).isEmpty();
  }
}
