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
      case "prepareDecision",
          "suspendOrganisation",
          "recordAccreditation",
          "withdrawAccreditation" ->
          Register.rut();
      case "decideOnProposal" -> Register.rolf();
      default -> throw new IllegalArgumentException("no token for " + operation);
    };
  }

  @Override
  protected Map<String, String> pathParameters(Operation operation) {
    return switch (operation.id()) {
      case "applyForAuthorisation" -> Map.of("org", applicant.toString());
      case "prepareDecision", "recordAccreditation" ->
          Map.of("org", Register.anApplicant("Vårdskolan").toString());
      case "decideOnProposal" -> Map.of("org", reviewed().toString());
      case "suspendOrganisation" ->
          Map.of("org", Register.anAuthorisedOrganisation("Vårdskolan").toString());
      case "withdrawAccreditation" -> anAccreditation();
      default -> throw new IllegalArgumentException("no path for " + operation);
    };
  }

  private static UUID reviewed() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut").then().statusCode(200);
    return organisation;
  }

  private static Map<String, String> anAccreditation() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    return Map.of(
        "org", organisation.toString(), "accreditation", Register.anAccreditation(organisation));
  }
}
