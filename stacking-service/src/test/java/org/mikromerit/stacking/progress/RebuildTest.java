package org.mikromerit.stacking.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.kit.projection.Rewinds;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.stacking.Scene;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

/** What was decided outlives the copy that it was decided by. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
@Tag("R5")
class RebuildTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final UUID hygieneCourse = UUID.randomUUID();
  private final UUID ethicsCourse = UUID.randomUUID();
  private final Scene scene = new Scene();
  private final Map<String, List<LearnerSince>> links = new HashMap<>();

  @Inject Rewinds rewinds;
  @Inject Jdbi jdbi;

  @AfterEach
  void leave() {
    scene.close();
  }

  @Test
  void nobodyLosesOrGainsAnythingWhileTheCopyOfCredentialsIsMadeAgain() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    List<String> whole = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      whole.add(completed(pathway, true).learner());
      StackCompletedV1 falls = completed(pathway, true);
      broken.add(falls.learner());
      scene.revoke(falls.parts().getFirst());
      String never = Scene.newLearner();
      UUID fell = scene.issue(never, hygieneCourse);
      scene.revoke(fell);
      Await.until("it fell", () -> known(fell, true));
      scene.issue(never, ethicsCourse);
    }
    broken.forEach(each -> awaitState(pathway, each, "BROKEN"));
    Await.untilAsserted("all is told", () -> assertThat(told(pathway)).hasSize(30));

    rebuild();

    Await.until("all is read again", () -> !rewinds.underWay(EvaluateLearners.RESTS_ON));
    String after = completed(pathway, false).learner();
    awaitState(pathway, after, "COMPLETED");
    whole.forEach(each -> awaitState(pathway, each, "COMPLETED"));
    broken.forEach(each -> awaitState(pathway, each, "BROKEN"));
    Await.untilAsserted("and nothing else", () -> assertThat(told(pathway)).hasSize(31));
  }

  @Test
  void whatHappensWhileTheCopyIsMadeAgainIsDecidedAfterwards() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    StackCompletedV1 falls = completed(pathway, true);
    String becomesWhole = Scene.newLearner();
    scene.issue(becomesWhole, hygieneCourse);
    awaitState(pathway, becomesWhole, "IN_PROGRESS");

    rebuild();
    scene.revoke(falls.parts().getLast());
    scene.issue(becomesWhole, ethicsCourse);

    awaitState(pathway, falls.learner(), "BROKEN");
    awaitState(pathway, becomesWhole, "COMPLETED");
  }

  @Test
  void aPartThatTheBrokerNoLongerKeepsBreaksNothingBeforeItsIssuerTellsItAgain() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    StackCompletedV1 stands = completed(pathway, true);
    String reference = links.keySet().iterator().next();
    StackCompletedV1 falls = completed(pathway, true);
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from credential where id = any(:ids)")
                .bind(
                    "ids",
                    Stream.of(stands, falls)
                        .map(each -> each.parts().getFirst())
                        .toArray(UUID[]::new))
                .execute());

    UUID more = scene.issue(reference, ethicsCourse);
    scene.revoke(falls.parts().getLast());

    awaitState(pathway, falls.learner(), "BROKEN");
    Await.until("the other is evaluated too", () -> known(more, false));
    awaitState(pathway, stands.learner(), "COMPLETED");
    assertThat(scene.announced(StackBrokenV1.class, stands.learner())).isEmpty();
  }

  private boolean known(UUID credential, boolean revoked) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select from credential
                                   where id = :id and learner is not null and revoked = :revoked)
                    """)
                .bind("id", credential)
                .bind("revoked", revoked)
                .mapTo(Boolean.class)
                .one());
  }

  /** Under two references of one learner, or under one. */
  private StackCompletedV1 completed(UUID pathway, boolean linked) {
    String one = Scene.newLearner();
    String other = linked ? Scene.newLearner() : one;
    String whose = one;
    if (linked) {
      UUID learner = UUID.randomUUID();
      link(one, learner);
      link(other, learner);
      whose = learner.toString();
    }
    scene.issue(one, hygieneCourse);
    scene.issue(other, ethicsCourse);
    awaitState(pathway, whose, "COMPLETED");
    return scene.announced(StackCompletedV1.class, whose).getFirst();
  }

  private void link(String reference, @Nullable UUID learner) {
    List<LearnerSince> history = links.computeIfAbsent(reference, _ -> new ArrayList<>());
    history.add(new LearnerSince(learner, START.plusSeconds(history.size())));
    scene.topics.publish(new LearnerLinkChangedV1(reference, history), history.size());
  }

  private void awaitState(UUID pathway, String whose, String state) {
    Await.untilAsserted(
        state, () -> scene.progress(pathway, whose).statusCode(200).body("state", equalTo(state)));
  }

  /** What was ever decided on the pathway. */
  private List<UUID> told(UUID pathway) {
    return Stream.of(
            scene.topics.read(Topic.STACK, StackCompletedV1.class).stream()
                .map(event -> event.data().pathwayId()),
            scene.topics.read(Topic.STACK, StackBrokenV1.class).stream()
                .map(event -> event.data().pathwayId()),
            scene.topics.read(Topic.STACK, StackRestoredV1.class).stream()
                .map(event -> event.data().pathwayId()))
        .flatMap(Function.identity())
        .filter(pathway::equals)
        .toList();
  }

  private static ValidatableResponse rebuild() {
    return given()
        .auth()
        .oauth2(Tokens.of(Roles.OPERATOR))
        .post("/operator/projections/credentials/rebuild")
        .then()
        .statusCode(202);
  }
}
