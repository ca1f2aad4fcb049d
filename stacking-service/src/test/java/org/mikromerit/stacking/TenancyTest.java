package org.mikromerit.stacking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.TenancyContract;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class TenancyTest extends TenancyContract {
  private final Scene scene = new Scene();

  @AfterEach
  void leave() {
    scene.close();
  }

  @Override
  protected Optional<Belonging> belonging(Operation operation) {
    UUID definition = UUID.randomUUID();
    UUID pathway = scene.published(Scene.allOf(definition));
    String learner = Scene.newLearner();
    scene.issue(learner, definition);
    Await.until(
        "the learner's progress",
        () -> scene.progress(pathway, learner).extract().statusCode() == 200);
    return Optional.of(
        new Belonging(
            Map.of(
                "org",
                scene.organisation.toString(),
                "id",
                pathway.toString(),
                "learnerRef",
                learner),
            Tokens.organisation(scene.organisation, "creator")));
  }
}
