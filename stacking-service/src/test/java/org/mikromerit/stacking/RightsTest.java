package org.mikromerit.stacking;

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
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest extends RightsContract {
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
        "delete from backward_evaluation",
        "alter table stack drop column parts",
        "drop table stack",
        "update stack_change set at = now()",
        "delete from stack_change"
      })
  void theServicesOwnRoleCannotRewriteWhatWasDecided(String statement) {
    assertRefused(statement);
  }
}
