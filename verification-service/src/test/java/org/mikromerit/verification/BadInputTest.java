package org.mikromerit.verification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.mikromerit.testkit.contract.BadInputContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class BadInputTest extends BadInputContract {
  private static final Set<String> WITH_MORE_THAN_A_DOCUMENT =
      Set.of("verifyRequest", "verifyBatch", "vcApiVerifyCredential");

  @Override
  protected boolean hasBoundOfItsOwn(Operation operation) {
    return super.hasBoundOfItsOwn(operation) || WITH_MORE_THAN_A_DOCUMENT.contains(operation.id());
  }
}
