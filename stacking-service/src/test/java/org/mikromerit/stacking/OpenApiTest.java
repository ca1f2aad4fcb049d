package org.mikromerit.stacking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.mikromerit.testkit.contract.OpenApiContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class OpenApiTest extends OpenApiContract {
  private final Scene scene = new Scene();

  @AfterEach
  void leave() {
    scene.close();
  }

  @Override
  protected String token(Operation operation) {
    return Tokens.organisation(scene.organisation, "creator");
  }

  @Override
  protected Map<String, String> pathParameters(Operation operation) {
    return switch (operation.id()) {
      case "redraftPathway" ->
          Map.of(
              "org",
              scene.organisation.toString(),
              "id",
              scene.drafted(Scene.allOf(UUID.randomUUID())).toString());
      default -> Map.of("org", scene.organisation.toString());
    };
  }
}
