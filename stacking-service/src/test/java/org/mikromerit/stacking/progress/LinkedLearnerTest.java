package org.mikromerit.stacking.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.stacking.Scene;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
@Tag("STK-5")
class LinkedLearnerTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private final UUID hygieneCourse = UUID.randomUUID();
  private final UUID ethicsCourse = UUID.randomUUID();

  private final Scene scene = new Scene();
  private final String byMail = Scene.newLearner();
  private final String byNumber = Scene.newLearner();
  private final UUID lisa = UUID.randomUUID();
  private final Map<String, List<LearnerSince>> links = new HashMap<>();

  @AfterEach
  void leave() {
    scene.close();
  }

  @Test
  void partsThatWereIssuedToTwoIdentifiersOfOneLearnerStackTogether() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    UUID hygiene = scene.issue(byMail, hygieneCourse);
    UUID ethics = scene.issue(byNumber, ethicsCourse);
    awaitState(pathway, byMail, "IN_PROGRESS");
    awaitState(pathway, byNumber, "IN_PROGRESS");

    link(byMail, lisa);
    link(byNumber, lisa);

    StackCompletedV1 completed = completed(lisa.toString());
    assertThat(completed.parts()).containsExactly(hygiene, ethics);
    assertThat(completed.learner()).isEqualTo(lisa.toString());
    scene
        .progress(pathway, lisa.toString())
        .body("state", equalTo("COMPLETED"))
        .body("learner", equalTo(lisa.toString()));
    awaitListed(pathway, lisa.toString());
  }

  @Test
  void aPartThatIsIssuedAfterTheLinkCountsForTheLearner() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    link(byMail, lisa);
    link(byNumber, lisa);
    scene.issue(byMail, hygieneCourse);

    scene.issue(byNumber, ethicsCourse);

    awaitState(pathway, lisa.toString(), "COMPLETED");
    assertThat(scene.announced(StackCompletedV1.class, byMail)).isEmpty();
    assertThat(scene.announced(StackCompletedV1.class, byNumber)).isEmpty();
  }

  @Test
  void theirProgressIsFoundByAnyOfTheirReferences() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    scene.issue(byNumber, ethicsCourse);

    link(byMail, lisa);
    link(byNumber, lisa);

    completed(lisa.toString());
    for (String each : List.of(byMail, byNumber, lisa.toString())) {
      scene
          .progress(pathway, each)
          .statusCode(200)
          .body("learner", equalTo(lisa.toString()))
          .body("state", equalTo("COMPLETED"));
    }
  }

  @Test
  void theAwardOfTheTogetherIsKnownByTheReferenceThatItWasIssuedTo() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    scene.issue(byNumber, ethicsCourse);
    link(byMail, lisa);
    link(byNumber, lisa);
    StackCompletedV1 completed = completed(lisa.toString());

    var award = scene.issued(byMail, UUID.randomUUID(), Scene.awardOf(completed));
    scene.topics.publish(award, 1);

    Await.untilAsserted(
        "award",
        () ->
            scene
                .progress(pathway, lisa.toString())
                .body("award.credentialId", equalTo(award.credentialId().toString()))
                .body("award.state", equalTo("STANDING")));
  }

  @Test
  void anUnlinkedPartBreaksWhatWasCompletedTogether() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    UUID ethics = scene.issue(byNumber, ethicsCourse);
    link(byMail, lisa);
    link(byNumber, lisa);
    StackCompletedV1 completed = completed(lisa.toString());

    unlink(byNumber);

    StackBrokenV1 broken =
        Await.untilPresent(
            "broken",
            () ->
                scene.announced(StackBrokenV1.class, lisa.toString()).stream()
                    .findFirst()
                    .orElse(null));
    assertThat(broken.stackId()).isEqualTo(completed.stackId());
    assertThat(broken.because()).isEqualTo(ethics);
    awaitState(pathway, lisa.toString(), "BROKEN");
    scene
        .progress(pathway, byNumber)
        .statusCode(200)
        .body("learner", equalTo(byNumber))
        .body("state", equalTo("IN_PROGRESS"))
        .body("lines[2].satisfiedBy", contains(ethics.toString()));
  }

  @Test
  void linkedAgainItIsWhole() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    scene.issue(byNumber, ethicsCourse);
    link(byMail, lisa);
    link(byNumber, lisa);
    completed(lisa.toString());
    unlink(byNumber);
    awaitState(pathway, lisa.toString(), "BROKEN");

    link(byNumber, lisa);

    awaitState(pathway, lisa.toString(), "COMPLETED");
    Await.untilAsserted(
        "restored",
        () -> assertThat(scene.announced(StackRestoredV1.class, lisa.toString())).hasSize(1));
    assertThat(scene.announced(StackCompletedV1.class, lisa.toString())).hasSize(1);
  }

  @Test
  void whatOneIdentifierHadCompletedIsTheLearnersAndIsNotCompletedAgain() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse));
    scene.issue(byMail, hygieneCourse);
    StackCompletedV1 alone = completed(byMail);
    UUID award = scene.issueAward(alone, UUID.randomUUID());
    Await.untilAsserted(
        "award", () -> scene.progress(pathway, byMail).body("award.state", equalTo("STANDING")));

    link(byMail, lisa);

    awaitState(pathway, lisa.toString(), "COMPLETED");
    scene
        .progress(pathway, lisa.toString())
        .body("attempt", equalTo(1))
        .body("stackId", equalTo(alone.stackId().toString()))
        .body("award.credentialId", equalTo(award.toString()))
        .body("award.state", equalTo("STANDING"));
    awaitListed(pathway, lisa.toString());
    assertThat(scene.announced(StackCompletedV1.class, lisa.toString())).isEmpty();
    assertThat(scene.announced(StackBrokenV1.class, byMail)).isEmpty();
  }

  @Test
  void whatOneIdentifierHadCompletedGoesWithItWhenItIsUnlinked() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse));
    scene.issue(byMail, hygieneCourse);
    StackCompletedV1 alone = completed(byMail);
    link(byMail, lisa);
    awaitState(pathway, lisa.toString(), "COMPLETED");

    unlink(byMail);

    Await.untilAsserted(
        "it is the identifier's again",
        () ->
            scene
                .progress(pathway, byMail)
                .statusCode(200)
                .body("learner", equalTo(byMail))
                .body("stackId", equalTo(alone.stackId().toString()))
                .body("state", equalTo("COMPLETED")));
    awaitListed(pathway, byMail);
    assertThat(scene.announced(StackBrokenV1.class, byMail)).isEmpty();
  }

  @Test
  void aNewAttemptAfterALinkNeverTakesAnEarliersPlace() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse));
    UUID first = scene.issue(byMail, hygieneCourse);
    UUID second = scene.issue(byNumber, hygieneCourse);
    completed(byMail);
    completed(byNumber);
    link(byMail, lisa);
    link(byNumber, lisa);
    awaitListed(pathway, lisa.toString());
    scene.revoke(first);
    scene.revoke(second);
    awaitState(pathway, lisa.toString(), "BROKEN");

    UUID third = scene.issue(byMail, hygieneCourse);

    StackCompletedV1 anew = completed(lisa.toString());
    assertThat(anew.parts()).containsExactly(third);
    assertThat(anew.attempt()).isEqualTo(2);
    awaitState(pathway, lisa.toString(), "COMPLETED");
  }

  @Test
  void twoLearnersWhoAreOneKeepWhatTheyCompleted() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    scene.issue(byNumber, ethicsCourse);
    link(byMail, lisa);
    link(byNumber, lisa);
    StackCompletedV1 completed = completed(lisa.toString());
    UUID older = UUID.randomUUID();

    link(byMail, older);
    link(byNumber, older);

    Await.untilAsserted(
        "it is the older one's",
        () ->
            scene
                .progress(pathway, older.toString())
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("stackId", equalTo(completed.stackId().toString())));
    awaitListed(pathway, older.toString());
    assertThat(scene.announced(StackBrokenV1.class, lisa.toString())).isEmpty();
    assertThat(scene.announced(StackCompletedV1.class, older.toString())).isEmpty();
  }

  @Test
  @Tag("R5")
  void anUnlinkingOfWhichOnlyTheHistoryTellsBreaksWhatWasCompletedTogether() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    scene.issue(byNumber, ethicsCourse);
    link(byMail, lisa);
    link(byNumber, lisa);
    completed(lisa.toString());

    scene.topics.publish(
        new LearnerLinkChangedV1(
            byNumber,
            List.of(
                new LearnerSince(lisa, START),
                new LearnerSince(null, START.plusSeconds(1)),
                new LearnerSince(UUID.randomUUID(), START.plusSeconds(2)))),
        3);

    awaitState(pathway, lisa.toString(), "BROKEN");
  }

  @Test
  @Tag("S4")
  void anotherLearnersPartStillDoesNotCount() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    scene.issue(byNumber, ethicsCourse);

    link(byMail, lisa);
    link(byNumber, UUID.randomUUID());

    awaitListedTimes(pathway, 2);
    awaitState(pathway, lisa.toString(), "IN_PROGRESS");
    assertThat(scene.announced(StackCompletedV1.class, lisa.toString())).isEmpty();
  }

  @Test
  void aRevokedPartBreaksTheLearnersStackWhicheverIdentifierItWasIssuedTo() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    scene.issue(byMail, hygieneCourse);
    UUID ethics = scene.issue(byNumber, ethicsCourse);
    link(byMail, lisa);
    link(byNumber, lisa);
    completed(lisa.toString());

    scene.revoke(ethics);

    awaitState(pathway, lisa.toString(), "BROKEN");
  }

  @Test
  @Tag("R5")
  void linksAndIssuesInAnyOrderAndSeveralTimesCompleteOnce() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    var random = new Random(20_260_105L);
    List<Event<?>> told = new ArrayList<>();
    List<UUID> learners = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID learner = UUID.randomUUID();
      String one = Scene.newLearner();
      String other = Scene.newLearner();
      learners.add(learner);
      List<EventData> facts =
          List.of(
              scene.issued(one, hygieneCourse, null),
              scene.issued(other, ethicsCourse, null),
              linked(one, learner),
              linked(other, learner));
      for (EventData fact : facts) {
        var event = Event.of(UUID.randomUUID(), 1, START, null, fact);
        told.addAll(Collections.nCopies(1 + random.nextInt(3), event));
      }
    }
    Collections.shuffle(told, random);

    told.forEach(scene.topics::publish);

    for (UUID each : learners) {
      awaitState(pathway, each.toString(), "COMPLETED");
      assertThat(completed(each.toString()).attempt()).isEqualTo(1);
    }
    awaitListedTimes(pathway, learners.size());
  }

  private void link(String reference, UUID learner) {
    tell(reference, learner);
  }

  private void unlink(String reference) {
    tell(reference, null);
  }

  private void tell(String reference, @Nullable UUID learner) {
    List<LearnerSince> history = links.computeIfAbsent(reference, _ -> new ArrayList<>());
    history.add(new LearnerSince(learner, START.plusSeconds(history.size())));
    scene.topics.publish(new LearnerLinkChangedV1(reference, history), history.size());
  }

  private static LearnerLinkChangedV1 linked(String reference, UUID learner) {
    return new LearnerLinkChangedV1(reference, List.of(new LearnerSince(learner, START)));
  }

  private StackCompletedV1 completed(String whose) {
    return Await.untilPresent(
        "completion",
        () -> scene.announced(StackCompletedV1.class, whose).stream().findFirst().orElse(null));
  }

  private void awaitState(UUID pathway, String whose, String state) {
    Await.untilAsserted(
        state, () -> scene.progress(pathway, whose).statusCode(200).body("state", equalTo(state)));
  }

  /** This learner is on the pathway, and nobody else. */
  private void awaitListed(UUID pathway, String learner) {
    Await.untilAsserted(
        "the learner alone is listed",
        () ->
            scene
                .asCreator()
                .get(scene.pathways() + "/" + pathway + "/progress")
                .then()
                .statusCode(200)
                .body("items.learner", contains(learner)));
  }

  private void awaitListedTimes(UUID pathway, int learners) {
    Await.untilAsserted(
        learners + " learners are listed",
        () ->
            scene
                .asCreator()
                .get(scene.pathways() + "/" + pathway + "/progress?limit=200")
                .then()
                .statusCode(200)
                .body("items", hasSize(learners)));
  }
}
