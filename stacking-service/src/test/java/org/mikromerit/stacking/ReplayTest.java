package org.mikromerit.stacking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.events.Topic;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.ReplayContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
class ReplayTest extends ReplayContract {
  @Override
  protected Set<Topic> topics() {
    return Set.of(Topic.STACK);
  }

  @Override
  protected void makeSome() {
    UUID definition = UUID.randomUUID();
    try (var scene = new Scene()) {
      scene.published(Scene.allOf(definition));
      UUID falls = scene.issue(Scene.newLearner(), definition);
      scene.issue(Scene.newLearner(), definition);
      Await.until(
          "both completed",
          () -> scene.topics.read(Topic.STACK, StackCompletedV1.class).size() == 2);
      scene.revoke(falls);
      Await.until(
          "one broke", () -> !scene.topics.read(Topic.STACK, StackBrokenV1.class).isEmpty());
    }
  }
}
