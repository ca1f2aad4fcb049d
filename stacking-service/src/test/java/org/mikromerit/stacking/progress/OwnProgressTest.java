package org.mikromerit.stacking.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.kit.pseudonym.Pseudonyms;
import org.mikromerit.stacking.Scene;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "stacking"))
@QuarkusTestResource(IdentityResource.class)
@Tag("STK-2")
class OwnProgressTest {
  private final UUID hygieneCourse = UUID.randomUUID();
  private final UUID ethicsCourse = UUID.randomUUID();

  private final Scene scene = new Scene();
  private final UUID account = UUID.randomUUID();
  private final UUID lisa = UUID.randomUUID();
  private final String byMail = Scene.newLearner();

  @AfterEach
  void leave() {
    scene.close();
  }

  @Test
  void whoSignsInSeesWhatSatisfiesEachLineAndWhatIsMissing() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    UUID hygiene = scene.issue(byMail, hygieneCourse);

    signInAsLisa();

    Await.untilAsserted(
        "her progress",
        () ->
            own(pathway)
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("version", equalTo(1))
                .body("title.en", equalTo("Care on its way 🌱"))
                .body("lines", hasSize(3))
                .body("lines[0].missing.more", equalTo(1))
                .body("lines[0].missing.definitions", contains(ethicsCourse.toString()))
                .body("lines[1].satisfiedBy", contains(hygiene.toString()))
                .body("lines[1].missing", nullValue())
                .body("lines[2].missing.definitions", contains(ethicsCourse.toString()))
                .body("award", nullValue()));
    given()
        .auth()
        .oauth2(token(account))
        .get("/progress")
        .then()
        .statusCode(200)
        .body("items.pathway", contains(pathway.toString()))
        .body("items.state", contains("IN_PROGRESS"));
  }

  @Test
  void whoHasNothingOfAPathwaySeesAllThatItAsksFor() {
    UUID pathway = scene.published(Scene.nOf(1, hygieneCourse, ethicsCourse));

    own(pathway)
        .statusCode(200)
        .body("state", equalTo("NOT_BEGUN"))
        .body("lines[0].missing.more", equalTo(1))
        .body(
            "lines[0].missing.definitions",
            containsInAnyOrder(hygieneCourse.toString(), ethicsCourse.toString()));
    given()
        .auth()
        .oauth2(token(account))
        .get("/progress")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void whatWasCompletedIsShownByTheVersionThatItCompleted() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse));
    signInAsLisa();
    UUID hygiene = scene.issue(byMail, hygieneCourse);
    Await.untilAsserted("complete", () -> own(pathway).body("state", equalTo("COMPLETED")));

    scene.redraft(pathway, Scene.allOf(hygieneCourse, ethicsCourse));
    scene.publish(pathway);

    own(pathway)
        .body("state", equalTo("COMPLETED"))
        .body("version", equalTo(1))
        .body("rule.allOf", hasSize(1))
        .body("lines[1].satisfiedBy", contains(hygiene.toString()))
        .body("award.state", equalTo("AWAITED"));
  }

  @Test
  @Tag("S4")
  void nobodySeesAnothersProgress() {
    UUID pathway = scene.published(Scene.allOf(hygieneCourse, ethicsCourse));
    signInAsLisa();
    scene.issue(byMail, hygieneCourse);
    Await.untilAsserted("hers", () -> own(pathway).body("state", equalTo("IN_PROGRESS")));

    String another = token(UUID.randomUUID());

    given()
        .auth()
        .oauth2(another)
        .get("/progress/" + pathway)
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_BEGUN"))
        .body("lines.satisfiedBy", everyItem(nullValue()));
    given().auth().oauth2(another).get("/progress").then().body("items", empty());
  }

  @Test
  void ofAPathwayThatIsADraftThereIsNoProgress() {
    UUID draft = scene.drafted(Scene.allOf(hygieneCourse));

    own(draft).statusCode(404).body("type", endsWith("/not-found"));
  }

  @Test
  void theirPathwaysComeInPages() {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      there.add(scene.published(Scene.allOf(hygieneCourse, UUID.randomUUID())).toString());
    }
    signInAsLisa();
    scene.issue(byMail, hygieneCourse);
    Await.untilAsserted("all of them", () -> assertThat(listed(200)).hasSize(5));

    assertThat(listed(2)).isSorted().containsExactlyInAnyOrderElementsOf(there);
  }

  private List<String> listed(int limit) {
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      var page =
          given()
              .auth()
              .oauth2(token(account))
              .queryParam("limit", limit)
              .queryParam("after", after)
              .get("/progress");
      found.addAll(page.then().statusCode(200).extract().path("items.pathway"));
      after = page.path("next");
    } while (after != null);
    return found;
  }

  /** The registry finds that the account and the address are one person. */
  private void signInAsLisa() {
    for (String reference : List.of(Pseudonyms.accountRef(account.toString()), byMail)) {
      scene.topics.publish(
          new LearnerLinkChangedV1(
              reference, List.of(new LearnerSince(lisa, Instant.parse("2026-03-01T10:00:00Z")))),
          1);
    }
  }

  private ValidatableResponse own(UUID pathway) {
    return given().auth().oauth2(token(account)).get("/progress/" + pathway).then();
  }

  private static String token(UUID subject) {
    return Tokens.learner(subject, null, null);
  }
}
