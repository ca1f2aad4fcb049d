package org.mikromerit.stacking.pathway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.definition.LocalText;
import org.mikromerit.events.definition.QualityAssuranceType;
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
@Tag("STK-1")
class PathwayTest {
  private static final UUID HYGIENE = UUID.randomUUID();
  private static final UUID ETHICS = UUID.randomUUID();

  private final Scene scene = new Scene();

  @AfterEach
  void leave() {
    scene.close();
  }

  @Test
  void aDraftIsItsOwnersUntilItIsPublished() {
    UUID pathway = scene.drafted(Scene.allOf(HYGIENE, ETHICS));

    scene
        .asCreator()
        .get(scene.pathways() + "/" + pathway)
        .then()
        .statusCode(200)
        .body("title.sv", equalTo("Vård på väg ®"))
        .body("title.en", equalTo("Care on its way 🌱"))
        .body("newest", equalTo(0))
        .body("rule.allOf[0].part.definition", equalTo(HYGIENE.toString()));
    given().get("/pathways/" + pathway).then().statusCode(404);
  }

  @Test
  void aPublishedVersionIsPublicAndStaysAsItIsWhenTheDraftChanges() {
    UUID pathway = scene.published(Scene.allOf(HYGIENE));

    scene.redraft(pathway, Scene.allOf(ETHICS));

    given()
        .get("/pathways/" + pathway)
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("organisation", equalTo(scene.organisation.toString()))
        .body("rule.allOf.part.definition", contains(HYGIENE.toString()));
    scene.publish(pathway).body("version", equalTo(2));
    given()
        .get("/pathways/" + pathway)
        .then()
        .body("version", equalTo(2))
        .body("rule.allOf.part.definition", contains(ETHICS.toString()));
  }

  @Test
  void publishedPathwaysAreFoundByWordsInTheirNames() {
    UUID draft = scene.drafted(Scene.allOf(HYGIENE));
    UUID pathway = scene.published(Scene.allOf(HYGIENE));

    assertThat(found("VÅRD väg")).contains(pathway.toString()).doesNotContain(draft.toString());
    assertThat(found("care way 🌱")).contains(pathway.toString());
    assertThat(found("V%rd")).isEmpty();
    assertThat(found("vard")).isEmpty();
    given()
        .queryParam("q", "å".repeat(101))
        .get("/pathways")
        .then()
        .statusCode(400)
        .body("field", equalTo("q"));
  }

  private static List<String> found(String q) {
    List<String> found = new ArrayList<>();
    String after = "";
    do {
      var page = given().queryParam("q", q).queryParam("after", after).get("/pathways");
      found.addAll(page.then().statusCode(200).extract().path("items.id"));
      after = page.path("next");
    } while (after != null);
    return found;
  }

  @Test
  void publishingAgainWithoutAChangeIsTheSameVersion() {
    UUID pathway = scene.drafted(Scene.allOf(HYGIENE));
    String first = scene.publish(pathway).extract().asString();

    String second = scene.publish(pathway).extract().asString();

    assertThat(second).isEqualTo(first);
  }

  @Test
  @Tag("R2")
  void aRepeatedDraftWithItsKeyIsDraftedOnce() {
    var request =
        Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json");
    String body = Scene.draft(Scene.allOf(HYGIENE));

    var first = scene.asCreator().headers(request).body(body).post(scene.pathways());
    var second = scene.asCreator().headers(request).body(body).post(scene.pathways());

    assertThat(second.asString()).isEqualTo(first.asString());
    scene.asCreator().get(scene.pathways()).then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"allOf":[]}                                  | group-empty         | /rule/allOf
          {"nOf":{"n":0,"of":[PART]}}                   | n-out-of-range      | /rule/nOf/n
          {"nOf":{"n":2,"of":[PART]}}                   | n-out-of-range      | /rule/nOf/n
          {"anyOf":[PART]}                              | unknown-field       | /rule/anyOf
          {"allOf":[{"part":{"definition":"me"}}]}      | definition-id       | /rule/allOf/0/part/definition
          {"allOf":[PART,PART]}                         | definition-repeated | /rule/allOf/1/part/definition
          """)
  void aRuleThatIsNoneIsRefusedWithItsPlace(String rule, String code, String pointer) {
    String sent = rule.replace("PART", "{\"part\":{\"definition\":\"" + HYGIENE + "\"}}");

    var answer = scene.asCreator().body(Scene.draft(sent)).post(scene.pathways());

    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("https://mikromerit.org/problems/invalid-value"))
        .body("field", equalTo(pointer))
        .body("errors[0].code", equalTo(code))
        .body("errors[0].field", equalTo(pointer));
  }

  @Test
  void aRuleThatIsTooDeepOrTooLargeIsRefused() {
    String part = "{\"part\":{\"definition\":\"" + HYGIENE + "\"}}";
    String deep = "{\"allOf\":[".repeat(5) + part + "]}".repeat(5);
    UUID[] hundred = new UUID[100];
    java.util.Arrays.setAll(hundred, i -> new UUID(7, i));

    var tooDeep = scene.asCreator().body(Scene.draft(deep)).post(scene.pathways());
    var tooLarge = scene.asCreator().body(Scene.draft(Scene.allOf(hundred))).post(scene.pathways());

    tooDeep.then().statusCode(400).body("errors.code", contains("rule-too-deep"));
    tooLarge.then().statusCode(400).body("errors.code", contains("rule-too-large"));
  }

  @Test
  void everythingThatIsWrongWithADraftIsToldAtOnce() {
    String sent = "{\"title\":{\"sv\":\" \"},\"rule\":{\"allOf\":[]}}";

    var answer = scene.asCreator().body(sent).post(scene.pathways());

    answer
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("/title/sv", "/title/en", "/rule/allOf"));
  }

  @Test
  @Tag("CERT-2")
  void aPathwayWithMereAttendanceIsNotPublished() {
    UUID attendance = UUID.randomUUID();
    scene.topics.publish(definition(attendance, CredentialKind.ATTENDANCE), 1);
    UUID pathway = scene.drafted(Scene.allOf(HYGIENE, attendance));
    String publication = scene.pathways() + "/" + pathway + "/publication";

    Await.untilAsserted(
        "the definition is known",
        () ->
            scene
                .asCreator()
                .post(publication)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://mikromerit.org/problems/part-never-stacks"))
                .body("definitions", contains(attendance.toString())));
  }

  @Test
  void definitionsThatWereNotHeardOfAreWarnedAbout() {
    UUID known = UUID.randomUUID();
    UUID mistyped = UUID.randomUUID();
    scene.topics.publish(definition(known, CredentialKind.MICRO_CREDENTIAL), 1);
    UUID pathway = scene.drafted(Scene.allOf(known, mistyped));

    Await.untilAsserted(
        "the known one is known",
        () ->
            scene
                .publish(pathway)
                .body("warnings.code", contains("definition-not-seen"))
                .body("warnings.definition", contains(mistyped.toString())));
  }

  @Test
  @Tag("S4")
  void anotherOrganisationIsToldNothingAboutIt() {
    UUID pathway = scene.published(Scene.allOf(HYGIENE));
    String theirs = scene.pathways() + "/" + pathway;
    try (var other = new Scene()) {
      String underOwn = other.pathways() + "/" + pathway;
      String draft = Scene.draft(Scene.allOf(ETHICS));

      other.asCreator().get(theirs).then().statusCode(403);
      other.asCreator().body(draft).put(theirs + "/draft").then().statusCode(403);
      other.asCreator().post(theirs + "/publication").then().statusCode(403);
      other.asCreator().get(underOwn).then().statusCode(404);
      other.asCreator().body(draft).put(underOwn + "/draft").then().statusCode(404);
      other.asCreator().post(underOwn + "/publication").then().statusCode(404);
      other.asCreator().get(other.pathways()).then().body("items", hasSize(0));
    }
    given().get("/pathways/" + pathway).then().body("rule.allOf", hasSize(1));
  }

  @Test
  void onlyCreatorsDraft() {
    given()
        .auth()
        .oauth2(Tokens.organisation(scene.organisation, "issuer"))
        .contentType("application/json")
        .body(Scene.draft(Scene.allOf(HYGIENE)))
        .post(scene.pathways())
        .then()
        .statusCode(403)
        .body("type", startsWith("https://mikromerit.org/problems/"));
  }

  @Test
  void pathwaysAreListedInPages() {
    UUID first = scene.drafted(Scene.allOf(HYGIENE));
    UUID second = scene.drafted(Scene.allOf(ETHICS));

    var page = scene.asCreator().get(scene.pathways() + "?limit=1").then().statusCode(200);

    String next = page.body("items.id", hasItem(first.toString())).extract().path("next");
    scene
        .asCreator()
        .get(scene.pathways() + "?limit=1&after=" + next)
        .then()
        .body("items.id", hasItem(second.toString()))
        .body("next", nullValue());
  }

  private DefinitionPublishedV1 definition(UUID id, CredentialKind kind) {
    boolean attended = kind == CredentialKind.ATTENDANCE;
    return new DefinitionPublishedV1(
        id,
        1,
        scene.organisation,
        kind,
        attended ? CertificationLevel.PARTICIPATION : CertificationLevel.DEMONSTRATED,
        LocalText.of(Map.of("sv", "Studiebesök", "en", "Study visit")),
        List.of(),
        attended ? null : new BigDecimal("40"),
        null,
        null,
        QualityAssuranceType.SELF_ASSERTED,
        GovernanceModel.AUTONOMOUS,
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
