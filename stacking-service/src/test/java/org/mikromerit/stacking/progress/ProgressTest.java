package org.mikromerit.stacking.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;
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
@Tag("STK-3")
class ProgressTest {
  private final UUID hygieneCourse = UUID.randomUUID();
  private final UUID ethicsCourse = UUID.randomUUID();
  private final UUID firstAidCourse = UUID.randomUUID();
  private final UUID dementiaCourse = UUID.randomUUID();

  private final Scene scene = new Scene();
  private final String learner = Scene.newLearner();

  @AfterEach
  void leave() {
    scene.close();
  }

  @Test
  @Tag("STK-2")
  void oneOfTwoPartsIsOnTheWayAndSaysWhatIsMissing() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));

    UUID credential = scene.issue(learner, hygieneCourse);

    Await.untilAsserted(
        "progress",
        () ->
            scene
                .progress(pathway, learner)
                .statusCode(200)
                .body("learner", equalTo(learner))
                .body("state", equalTo("IN_PROGRESS"))
                .body("attempt", equalTo(0))
                .body("lines.path", contains("", "/allOf/0", "/allOf/1"))
                .body("lines[0].missing.more", equalTo(1))
                .body("lines[1].satisfiedBy", contains(credential.toString()))
                .body("lines[2].missing.definitions", contains(ethicsCourse.toString()))
                .body("stackId", nullValue()));
  }

  @Test
  void completionIsAnnouncedAndItsAwardStandsOnceItIsIssued() {
    UUID pathway =
        scene.published(Scene.nOf(2, hygieneCourse, ethicsCourse, firstAidCourse, dementiaCourse));
    UUID dementia = scene.issue(learner, dementiaCourse);
    UUID ethics = scene.issue(learner, ethicsCourse);
    StackCompletedV1 completed = completed(learner);
    scene
        .progress(pathway, learner)
        .body("state", equalTo("COMPLETED"))
        .body("award.state", equalTo("AWAITED"));

    UUID award = scene.issueAward(completed, UUID.randomUUID());

    assertThat(completed.parts()).containsExactly(ethics, dementia);
    assertThat(completed.pathwayId()).isEqualTo(pathway);
    assertThat(completed.organisationId()).isEqualTo(scene.organisation);
    assertThat(completed.attempt()).isEqualTo(1);
    Await.untilAsserted(
        "award",
        () ->
            scene
                .progress(pathway, learner)
                .body("stackId", equalTo(completed.stackId().toString()))
                .body("award.credentialId", equalTo(award.toString()))
                .body("award.state", equalTo("STANDING")));
  }

  @Test
  @Tag("R5")
  void eventsComingSeveralTimesAndInAnyOrderCompleteOnce() {
    UUID hygiene = UUID.randomUUID();
    UUID ethics = UUID.randomUUID();
    UUID firstAid = UUID.randomUUID();
    UUID pathway = scene.published(Scene.allOf(hygiene, ethics, firstAid));
    var random = new Random(20_260_104L);
    List<String> learners = new ArrayList<>();
    List<Event<?>> told = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String each = Scene.newLearner();
      learners.add(each);
      for (UUID definition : List.of(hygiene, ethics, firstAid)) {
        var event = event(scene.issued(each, definition, null), 1);
        told.addAll(Collections.nCopies(1 + random.nextInt(4), event));
      }
    }
    Collections.shuffle(told, random);

    told.forEach(scene.topics::publish);

    String last = learners.getLast();
    for (String each : learners) {
      Await.untilAsserted(
          "completion",
          () -> scene.progress(pathway, each).statusCode(200).body("state", equalTo("COMPLETED")));
    }
    // Whatever would come twice has come by the time that a later event of the same topic has.
    UUID marker = scene.published(Scene.allOf(UUID.randomUUID(), hygiene));
    scene.issue(last, hygiene);
    Await.untilAsserted("marker", () -> scene.progress(marker, last).statusCode(200));
    for (String each : learners) {
      assertThat(scene.announced(StackCompletedV1.class, each)).hasSize(1);
    }
  }

  @Test
  @Tag("S4")
  void anotherLearnersPartDoesNotCount() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    String other = Scene.newLearner();

    scene.issue(learner, hygieneCourse);
    scene.issue(other, ethicsCourse);

    for (String each : List.of(learner, other)) {
      Await.untilAsserted(
          "progress",
          () ->
              scene.progress(pathway, each).statusCode(200).body("state", equalTo("IN_PROGRESS")));
    }
    assertThat(scene.announced(StackCompletedV1.class, learner)).isEmpty();
    assertThat(scene.announced(StackCompletedV1.class, other)).isEmpty();
  }

  @Test
  void aRevokedPartBreaksTheStackAndItsAward() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    UUID hygiene = scene.issue(learner, hygieneCourse);
    scene.issue(learner, ethicsCourse);
    StackCompletedV1 completed = completed(learner);
    UUID award = scene.issueAward(completed, UUID.randomUUID());
    awaitAward(pathway, "STANDING");

    scene.revoke(hygiene);

    Await.untilAsserted(
        "broken", () -> assertThat(scene.announced(StackBrokenV1.class, learner)).hasSize(1));
    StackBrokenV1 broken = scene.announced(StackBrokenV1.class, learner).getFirst();
    assertThat(broken.stackId()).isEqualTo(completed.stackId());
    assertThat(broken.because()).isEqualTo(hygiene);
    assertThat(broken.awardCredentialId()).isEqualTo(award);
    scene
        .progress(pathway, learner)
        .body("state", equalTo("BROKEN"))
        .body("award.credentialId", equalTo(award.toString()))
        .body("award.state", equalTo("BROKEN"))
        .body("lines[1].missing.definitions", contains(hygieneCourse.toString()));
  }

  @Test
  void aBrokenStackStaysBrokenThoughOthersFulfilTheRuleAsANewAttempt() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    UUID hygiene = scene.issue(learner, hygieneCourse);
    UUID ethics = scene.issue(learner, ethicsCourse);
    StackCompletedV1 first = completed(learner);
    scene.issueAward(first, UUID.randomUUID());
    awaitAward(pathway, "STANDING");
    scene.revoke(hygiene);
    awaitAward(pathway, "BROKEN");

    UUID hygieneAgain = scene.issue(learner, hygieneCourse);

    Await.untilAsserted(
        "second attempt",
        () ->
            scene
                .progress(pathway, learner)
                .body("state", equalTo("COMPLETED"))
                .body("attempt", equalTo(2))
                .body("award.state", equalTo("AWAITED")));
    StackCompletedV1 second =
        Await.untilPresent(
            "second completion",
            () ->
                scene.announced(StackCompletedV1.class, learner).stream()
                    .filter(each -> each.attempt() == 2)
                    .findFirst()
                    .orElse(null));
    assertThat(second.parts()).containsExactly(hygieneAgain, ethics);
    assertThat(second.stackId()).isNotEqualTo(first.stackId());
    assertThat(scene.announced(StackRestoredV1.class, learner)).isEmpty();
  }

  @Test
  @Tag("STK-3")
  void aSuspendedPartBreaksTheStackUntilItIsReinstated() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    UUID hygiene = scene.issue(learner, hygieneCourse);
    scene.issue(learner, ethicsCourse);
    scene.issueAward(completed(learner), UUID.randomUUID());
    awaitAward(pathway, "STANDING");
    scene.suspend(hygiene);
    awaitAward(pathway, "BROKEN");

    scene.reinstate(hygiene);

    awaitAward(pathway, "STANDING");
    Await.untilAsserted(
        "restored",
        () ->
            assertThat(scene.announced(StackRestoredV1.class, learner))
                .singleElement()
                .satisfies(restored -> assertThat(restored.because()).isEqualTo(hygiene)));
    assertThat(scene.announced(StackCompletedV1.class, learner)).hasSize(1);
  }

  @Test
  void aRevocationThatIsHeardOfBeforeTheIssueCounts() {
    UUID definition = UUID.randomUUID();
    UUID pathway = scene.published(Scene.allOf(definition));
    var issued = scene.issued(learner, definition, null);
    scene.revoke(issued.credentialId());
    // Its own topic's loop has taken the revocation once it has taken a later one of the same key.
    breakAnotherStackByTheSameKeyAs(issued.credentialId());

    scene.topics.publish(issued, 1);

    Await.untilAsserted(
        "progress",
        () ->
            scene.progress(pathway, learner).statusCode(200).body("state", equalTo("IN_PROGRESS")));
    assertThat(scene.announced(StackCompletedV1.class, learner)).isEmpty();
  }

  @Test
  void publishingLaterEvaluatesWhoWasThereBefore() {
    UUID hygiene = UUID.randomUUID();
    UUID ethics = UUID.randomUUID();
    List<String> complete = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String each = Scene.newLearner();
      complete.add(each);
      scene.issue(each, hygiene);
      scene.issue(each, ethics);
    }
    scene.issue(learner, hygiene);
    awaitTaken(complete.getLast(), ethics);
    awaitTaken(learner, hygiene);

    UUID pathway = scene.published(Scene.allOf(hygiene, ethics));

    Await.untilAsserted(
        "everyone evaluated",
        () -> {
          for (String each : complete) {
            scene.progress(pathway, each).statusCode(200).body("state", equalTo("COMPLETED"));
          }
          scene.progress(pathway, learner).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        });
  }

  @Test
  void aPathwayThatCannotBeEvaluatedDoesNotHoldUpLaterOnes() {
    UUID definition = UUID.randomUUID();
    scene.issue(learner, definition);
    awaitTaken(learner, definition);
    UUID hopeless = requestThatFails();

    UUID pathway = scene.published(Scene.allOf(definition));

    Await.untilAsserted(
        "the later pathway",
        () -> scene.progress(pathway, learner).statusCode(200).body("state", equalTo("COMPLETED")));
    database(
        "update backward_evaluation set finished_at = now() where pathway = :pathway", hopeless);
  }

  @Test
  void aNewVersionIsAskedOfWhoHasNotCompletedAndLeavesWhoHas() {
    UUID hygiene = UUID.randomUUID();
    UUID ethics = UUID.randomUUID();
    UUID pathway = scene.published(Scene.allOf(hygiene));
    String done = Scene.newLearner();
    UUID credential = scene.issue(done, hygiene);
    StackCompletedV1 underTheFirst = completed(done);
    scene.redraft(pathway, Scene.allOf(ethics));
    scene.publish(pathway).body("version", equalTo(2));

    UUID other = scene.issue(learner, ethics);

    StackCompletedV1 underTheSecond = completed(learner);
    assertThat(underTheSecond.pathwayVersion()).isEqualTo(2);
    assertThat(underTheSecond.parts()).containsExactly(other);
    assertThat(underTheFirst.pathwayVersion()).isEqualTo(1);
    scene
        .progress(pathway, done)
        .body("state", equalTo("COMPLETED"))
        .body("lines[1].satisfiedBy", contains(credential.toString()));
  }

  @Test
  @Tag("CERT-2")
  void attendanceNeverStacks() {
    UUID definition = UUID.randomUUID();
    UUID pathway = scene.published(Scene.allOf(definition, hygieneCourse));
    scene.topics.publish(
        Scene.issued(scene.organisation, learner, definition, null, CredentialKind.ATTENDANCE), 1);

    UUID hygiene = scene.issue(learner, hygieneCourse);

    Await.untilAsserted(
        "progress",
        () ->
            scene
                .progress(pathway, learner)
                .statusCode(200)
                .body("lines[1].missing.definitions", contains(definition.toString()))
                .body("lines[2].satisfiedBy", contains(hygiene.toString())));
  }

  @Test
  void anAwardCountsOnOtherPathwaysButNeverOnItsOwn() {
    UUID step = UUID.randomUUID();
    UUID diploma = UUID.randomUUID();
    UUID pathway = scene.published(Scene.nOf(1, step, diploma));
    UUID further = scene.published(Scene.allOf(diploma));
    UUID first = scene.issue(learner, step);
    StackCompletedV1 completed = completed(learner);

    UUID award = scene.issueAward(completed, diploma);
    scene.revoke(first);

    Await.untilAsserted(
        "the award completes the other pathway",
        () ->
            scene
                .progress(further, learner)
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("lines[1].satisfiedBy", contains(award.toString())));
    Await.untilAsserted(
        "its own pathway stays broken",
        () ->
            scene
                .progress(pathway, learner)
                .body("state", equalTo("BROKEN"))
                .body("attempt", equalTo(1)));
  }

  @Test
  @Tag("S4")
  void whatAnotherOrganisationCallsTheAwardIsNone() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse));
    scene.issue(learner, hygieneCourse);
    StackCompletedV1 completed = completed(learner);
    UUID definition = UUID.randomUUID();
    UUID seen = scene.published(Scene.allOf(definition));

    scene.topics.publish(
        Scene.issued(
            UUID.randomUUID(),
            learner,
            definition,
            Scene.awardOf(completed),
            CredentialKind.MICRO_CREDENTIAL),
        1);

    Await.untilAsserted("it was heard of", () -> scene.progress(seen, learner).statusCode(200));
    scene
        .progress(pathway, learner)
        .body("award.state", equalTo("AWAITED"))
        .body("award.credentialId", nullValue());
  }

  @Test
  void learnersAreListedInPages() {
    UUID definition = UUID.randomUUID();
    UUID pathway = scene.published(Scene.allOf(definition, hygieneCourse));
    List<String> learners = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      learners.add(Scene.newLearner());
      scene.issue(learners.getLast(), definition);
    }
    Collections.sort(learners);
    String list = scene.pathways() + "/" + pathway + "/progress";
    Await.untilAsserted(
        "three learners",
        () -> scene.asCreator().get(list).then().statusCode(200).body("items", hasSize(3)));

    String next =
        scene
            .asCreator()
            .get(list + "?limit=2")
            .then()
            .statusCode(200)
            .body("items.learner", contains(learners.get(0), learners.get(1)))
            .extract()
            .path("next");

    scene
        .asCreator()
        .get(list + "?limit=2&after=" + next)
        .then()
        .body("items.learner", contains(learners.get(2)))
        .body("next", nullValue());
  }

  @Test
  @Tag("S4")
  void anotherOrganisationSeesNobody() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse));
    scene.issue(learner, hygieneCourse);
    completed(learner);
    try (var other = new Scene()) {

      var underItsOwnAddress = other.progress(pathway, learner);
      var underTheOwners =
          other.asCreator().get(scene.pathways() + "/" + pathway + "/progress/" + learner).then();

      underItsOwnAddress.statusCode(404);
      underTheOwners.statusCode(403);
    }
  }

  private StackCompletedV1 completed(String whose) {
    return Await.untilPresent(
        "completion",
        () -> scene.announced(StackCompletedV1.class, whose).stream().findFirst().orElse(null));
  }

  private void awaitAward(UUID pathway, String state) {
    Await.untilAsserted(
        "award " + state,
        () -> scene.progress(pathway, learner).body("award.state", equalTo(state)));
  }

  /** Asks for the evaluation of a pathway whose rule nobody can read, before all others. */
  private static UUID requestThatFails() {
    UUID pathway = UUID.randomUUID();
    database(
        """
        with draft as (
          insert into pathway (id, organisation, title_sv, title_en, rule, newest, created_at, changed_at)
          values (:pathway, :pathway, 'Å', 'A', '{}', 1, now(), now()))
        insert into pathway_version (pathway, version, title_sv, title_en, rule, published_at)
        values (:pathway, 1, 'Å', 'A', '{}', now())
        """,
        pathway);
    database(
        """
        insert into backward_evaluation (pathway, version, requested_at)
        values (:pathway, 1, timestamptz '2020-01-01')
        """,
        pathway);
    return pathway;
  }

  private static void database(String statement, UUID pathway) {
    CDI.current()
        .select(Jdbi.class)
        .get()
        .useHandle(sql -> sql.createUpdate(statement).bind("pathway", pathway).execute());
  }

  /** A credential was taken in once it moves a pathway that was there before it. */
  private void awaitTaken(String whose, UUID definition) {
    UUID pathway = scene.published(Scene.allOf(definition));
    Await.untilAsserted("taken in", () -> scene.progress(pathway, whose).statusCode(200));
  }

  /** Breaks somebody's stack by a revocation with the same key as another, so in its order. */
  private void breakAnotherStackByTheSameKeyAs(UUID before) {
    String other = Scene.newLearner();
    UUID definition = UUID.randomUUID();
    scene.published(Scene.allOf(definition));
    UUID part = scene.issue(other, definition);
    completed(other);
    scene.topics.publishRaw(
        Topic.CREDENTIAL_STATUS,
        before.toString(),
        event(scene.revoked(part), 2).envelope().toHeaders(),
        org.mikromerit.events.EventCodec.toJson(scene.revoked(part)));
    Await.untilAsserted(
        "broken", () -> assertThat(scene.announced(StackBrokenV1.class, other)).hasSize(1));
  }

  private static Event<EventData> event(EventData data, long sequence) {
    return Event.of(UUID.randomUUID(), sequence, Instant.now(), null, data);
  }
}
