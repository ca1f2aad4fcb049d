package org.mikromerit.verification;

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
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class RightsTest extends RightsContract {
  @ParameterizedTest
  @Tag("S10")
  @ValueSource(strings = {"truncate status_list_waiting", "drop table status_list"})
  void theServicesOwnRoleKeepsItsCopiesAndNoMore(String statement) {
    assertRefused(statement);
  }
}
