package org.mikromerit.registry;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.contract.RightsContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest extends RightsContract {
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
        "update portfolio_body set sd_jwt = null",
        "update share set expires_at = 'infinity'",
        "delete from share",
        "update share_credential set pointers = null",
        "delete from share_view",
        "delete from share_view_credential",
        "delete from share_wrong_pin",
        "delete from share_withdrawal",
        "update trust_bundle set jws = ''",
        "delete from trust_bundle"
      })
  void theServicesOwnRoleCannotRewriteTheRegister(String statement) {
    assertRefused(statement);
  }
}
