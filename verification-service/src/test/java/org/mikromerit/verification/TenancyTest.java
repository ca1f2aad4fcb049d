package org.mikromerit.verification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import org.mikromerit.testkit.contract.TenancyContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class TenancyTest extends TenancyContract {
  @Override
  protected Optional<Belonging> belonging(Operation operation) {
    return Optional.empty();
  }
}
