package org.mikromerit.registry.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.contract.OpenApiContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class OpenApiTest extends OpenApiContract {
  private final UUID applicant = UUID.randomUUID();

  @Override
  protected @Nullable String token(Operation operation) {
    return switch (operation.id()) {
      case "applyForAuthorisation" -> Tokens.organisation(applicant, Roles.CREATOR);
      case "decideOnApplication" -> Tokens.of(Roles.REGISTRAR);
      default -> throw new IllegalArgumentException("no token for " + operation);
    };
  }

  @Override
  protected Map<String, String> pathParameters(Operation operation) {
    UUID organisation =
        operation.id().equals("decideOnApplication")
            ? Register.anApplicant("Vårdskolan")
            : applicant;
    return Map.of("org", organisation.toString());
  }
}
