package org.mikromerit.verification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.testkit.contract.OpenApiContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class OpenApiTest extends OpenApiContract {
  @Override
  protected @Nullable String token(Operation operation) {
    return null;
  }

  @Override
  protected Map<String, String> pathParameters(Operation operation) {
    return Map.of();
  }
}
