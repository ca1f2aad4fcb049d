package org.mikromerit.registry.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.Register;
import org.mikromerit.registry.SignedDeliveries;
import org.mikromerit.testkit.Await;
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
  private final Person lisa = People.withAnAddress();

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
      case "shareCredentials", "previewShare" -> lisa.token();
      case "viewShare" -> null;
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
      case "shareCredentials", "previewShare", "viewShare" -> Map.of();
      default -> throw new IllegalArgumentException("no path for " + operation);
    };
  }

  @Override
  protected JsonNode prepared(Operation operation, JsonNode example) {
    return switch (operation.id()) {
      case "shareCredentials", "previewShare" -> ofOneThatIsHeld(example.deepCopy());
      case "viewShare" -> ((ObjectNode) example.deepCopy()).put("token", aShare());
      default -> example;
    };
  }

  private ObjectNode ofOneThatIsHeld(ObjectNode order) {
    UUID credential = SignedDeliveries.send(lisa.emailRef(), UUID.randomUUID());
    Await.untilAsserted(
        "it is held",
        () ->
            given()
                .auth()
                .oauth2(lisa.token())
                .get("/portfolio/{id}", credential)
                .then()
                .statusCode(200));
    ((ObjectNode) order.path("credentials").path(0)).put("id", credential.toString());
    return order.put("expiresAt", Instant.now().plus(Duration.ofDays(7)).toString());
  }

  /** With the example's PIN. */
  private String aShare() {
    ObjectNode order =
        ofOneThatIsHeld(
            JsonNodeFactory.instance
                .objectNode()
                .put("pin", "271828")
                .set(
                    "credentials",
                    JsonNodeFactory.instance
                        .arrayNode()
                        .add(JsonNodeFactory.instance.objectNode())));
    return given()
        .auth()
        .oauth2(lisa.token())
        .contentType("application/json")
        .body(order.toString())
        .post("/shares")
        .path("token");
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
