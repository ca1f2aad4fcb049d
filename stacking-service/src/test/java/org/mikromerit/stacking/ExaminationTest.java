package org.mikromerit.stacking;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.ExaminationContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    // Other tests rewrite rows of theirs, as nobody may.
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class ExaminationTest extends ExaminationContract {
  /** Stacks that stand, that broke, and that are whole again. */
  @Override
  protected void prepared() {
    UUID definition = UUID.randomUUID();
    try (var scene = new Scene()) {
      UUID pathway = scene.published(Scene.allOf(definition));
      String standing = Scene.newLearner();
      scene.issue(standing, definition);
      String broken = Scene.newLearner();
      UUID falls = scene.issue(broken, definition);
      awaitState(scene, pathway, standing, "COMPLETED");
      awaitState(scene, pathway, broken, "COMPLETED");
      scene.revoke(falls);
      awaitState(scene, pathway, broken, "BROKEN");
    }
  }

  private static void awaitState(Scene scene, UUID pathway, String learner, String state) {
    Await.untilAsserted(
        state, () -> scene.progress(pathway, learner).body("state", equalTo(state)));
  }

  @Override
  protected Map<String, String> leavesOpen() {
    return Map.of(
        "pathway", "is a draft that people edit; what was published is sealed",
        "backward_evaluation", "work under way",
        "evaluation_due", "work under way",
        "progress.changed_at", "nothing rests on when it was seen to change",
        "progress.learner", "a row that goes is made again with the next evaluation");
  }
}
