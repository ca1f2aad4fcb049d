package org.mikromerit.registry.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.contract.TenancyContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class TenancyTest extends TenancyContract {
  @Override
  protected Optional<Belonging> belonging(Operation operation) {
    return switch (operation.id()) {
      case "readAccreditation", "withdrawAccreditation" -> Optional.of(anAccreditation());
      default -> Optional.empty();
    };
  }

  private static Belonging anAccreditation() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    return new Belonging(
        Map.of(
            "org",
            organisation.toString(),
            "accreditation",
            Register.anAccreditation(organisation)),
        Register.rut());
  }
}
