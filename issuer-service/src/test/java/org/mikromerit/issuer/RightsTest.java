package org.mikromerit.issuer;

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
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest extends RightsContract {
  @ParameterizedTest
  @Tag("S10")
  @ValueSource(
      strings = {
        "update credential set digest = ''",
        "update credential_body set sealed = ''",
        "delete from credential_body",
        "update learner_key set wrapped_key = ''",
        "delete from credential",
        "truncate credential cascade",
        "delete from credential_status",
        "update credential_status set status_index = 0",
        "update status_change set reason = 'error'",
        "delete from status_change",
        "update issuing_right set creator = holder",
        "delete from issuing_right",
        "update issuing_right_terms set decided_at = now()",
        "delete from issuing_right_terms",
        "update definition_version set content = '{}'",
        "delete from definition_version",
        "delete from definition",
        "update signing_key set wrapped_private_key = ''",
        "delete from signing_key",
        "update first_issue set credential = gen_random_uuid()",
        "delete from first_issue",
        "update installation set public_url = ''",
        "delete from installation",
        "update status_list set seed = ''",
        "delete from status_list",
        "delete from status_list_publication",
        "alter table credential drop column digest",
        "drop table credential cascade"
      })
  void theServicesOwnRoleCannotRewriteWhatHappened(String statement) {
    assertRefused(statement);
  }
}
