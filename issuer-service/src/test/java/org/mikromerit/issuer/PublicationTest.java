package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.Topic;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class PublicationTest {

  @ParameterizedTest
  @Tag("PRV-1")
  @Tag("PRV-2")
  @Tag("PRV-3")
  @Tag("NOT-3")
  @Tag("NOT-5")
  @Tag("CERT-1")
  @Tag("CERT-2")
  @Tag("CERT-3")
  @MethodSource("whatIsNotAMicroCredential")
  void whatIsNotAMicroCredentialIsRefusedWithItsReason(
      String pointer, String value, List<String> codes) {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    set(definition, pointer, value);

    Reply reply = institution.published(definition);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(codes(reply)).containsExactlyElementsOf(codes);
  }

  static Stream<Arguments> whatIsNotAMicroCredential() {
    return Stream.of(
        Arguments.of("/benefits", "[]", List.of("MC-NOT-STANDALONE")),
        Arguments.of("/benefits", "[{\"type\":\"job-task\"}]", List.of("BENEFIT-INCOMPLETE")),
        Arguments.of("/outcomes/0/criterion", "{}", List.of("OUTCOME-WITHOUT-CRITERION")),
        Arguments.of("/outcomes", outcomes(9), List.of("TOO-MANY-OUTCOMES")),
        Arguments.of("/workload", "{\"hours\":0.5}", List.of("MC-NOT-SMALL")),
        Arguments.of("/workload", "{\"hours\":841}", List.of("MC-NOT-SMALL")),
        Arguments.of(
            "/workload",
            "{\"hours\":840,\"credits\":{\"system\":\"ECTS\",\"value\":30.5}}",
            List.of("MC-NOT-SMALL")),
        Arguments.of(
            "/assessment/types",
            "[\"attendance\"]",
            List.of("MC-NOT-ASSESSED", "DEMONSTRATED-WITHOUT-PERFORMANCE")),
        Arguments.of("/qualityAssurance", "{\"type\":\"none\"}", List.of("MC-NOT-QA")),
        Arguments.of("/qualityAssurance", "{\"type\":\"audited\"}", List.of("QA-WITHOUT-BODY")),
        Arguments.of("/level", "{\"framework\":\"EQF\"}", List.of("STANDARD-ELEMENT-MISSING")),
        Arguments.of("/kind", "null", List.of("KIND-MISSING")),
        Arguments.of("/certificationLevel", "null", List.of("CERTIFICATION-LEVEL-MISSING")),
        Arguments.of(
            "/certificationLevel", "\"PARTICIPATION\"", List.of("PARTICIPATION-IS-ATTENDANCE")),
        Arguments.of(
            "/assessment/types", "[\"written\"]", List.of("DEMONSTRATED-WITHOUT-PERFORMANCE")),
        Arguments.of(
            "/assessment/assessorRole", "\" \"", List.of("DEMONSTRATED-WITHOUT-ASSESSOR")));
  }

  @ParameterizedTest
  @Tag("QA-1")
  @CsvSource({
    "MICRO_CREDENTIAL, /assessment/types, MC-NOT-ASSESSED",
    "MICRO_CREDENTIAL, /assessment/assessorRole, STANDARD-ELEMENT-MISSING",
    "MICRO_CREDENTIAL, /assessment/supervision, STANDARD-ELEMENT-MISSING",
    "MICRO_CREDENTIAL, /qualityAssurance/type, MC-NOT-QA",
    "MICRO_CREDENTIAL, /qualityAssurance/body, QA-WITHOUT-BODY",
    "VERIFIED_SKILL, /assessment/types, STANDARD-ELEMENT-MISSING",
    "VERIFIED_SKILL, /assessment/assessorRole, STANDARD-ELEMENT-MISSING",
    "VERIFIED_SKILL, /assessment/supervision, STANDARD-ELEMENT-MISSING",
    "VERIFIED_SKILL, /qualityAssurance/type, STANDARD-ELEMENT-MISSING",
    "VERIFIED_SKILL, /qualityAssurance/body, QA-WITHOUT-BODY",
    "ATTENDANCE, /qualityAssurance/type, STANDARD-ELEMENT-MISSING",
    "ATTENDANCE, /qualityAssurance/body, QA-WITHOUT-BODY"
  })
  void howItIsCheckedAndWhoAssuresItIsNeverLeftOut(String kind, String pointer, String code) {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    boolean attended = kind.equals("ATTENDANCE");
    definition.put("kind", kind);
    definition.put("certificationLevel", attended ? "PARTICIPATION" : "OBJECTIVES");
    set(definition, pointer, "null");

    Reply reply = institution.published(definition);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(codes(reply)).containsExactly(code);
  }

  @ParameterizedTest
  @Tag("CERT-1")
  @ValueSource(strings = {"\"EXCELLENCE\"", "[\"OBJECTIVES\",\"DEMONSTRATED\"]", "\"\"", "{}"})
  void whatIsNotOneOfTheLevelsCannotBeWrittenDown(String level) {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    set(definition, "/certificationLevel", level);

    assertThat(institution.post("/definitions", definition.toString()).status()).isEqualTo(400);
  }

  @Test
  @Tag("PRV-2")
  void manyOutcomesWithAReasonArePublished() {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    set(definition, "/outcomes", outcomes(9));
    set(definition, "/manyOutcomesReason", "\"They are one routine, taught and tested as one\"");

    assertThat(institution.published(definition).status()).isEqualTo(200);
  }

  @Test
  @Tag("NOT-6")
  void attendanceNeedsNeitherOutcomesNorAssessment() {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    definition.put("kind", "ATTENDANCE").put("certificationLevel", "PARTICIPATION");
    definition.remove(List.of("outcomes", "assessment", "workload", "level", "benefits"));

    assertThat(institution.published(definition).status()).isEqualTo(200);
  }

  @Test
  @Tag("NOT-6")
  void aVerifiedSkillNeedsNeitherWorkloadNorLevelAndMayHaveNoQualityAssurance() {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    definition.put("kind", "VERIFIED_SKILL");
    definition.remove(List.of("workload", "level", "benefits"));
    set(definition, "/qualityAssurance", "{\"type\":\"none\"}");

    assertThat(institution.published(definition).status()).isEqualTo(200);
  }

  @Test
  void noLevelIsAStatementWhereItHasAReason() {
    var institution = Institution.authorised();
    var definition = Institution.definition();
    set(definition, "/level", "{\"notApplicable\":\"Levels are not set for this sector\"}");

    assertThat(institution.published(definition).status()).isEqualTo(200);
  }

  @Test
  @Tag("NOT-4")
  void anOrganisationThatIsNotRecognisedPublishesNoMicroCredential() {
    var institution = Institution.inState(OrganisationState.REFUSED);

    Reply reply = institution.published(Institution.definition());

    assertThat(reply.status()).isEqualTo(422);
    assertThat(codes(reply)).containsExactly("MC-NOT-QA");
  }

  @Test
  void anOrganisationThatTheRegisterHasNotToldOfPublishesNothing() {
    Reply reply = Institution.unknown().published(Institution.definition());

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().at("/type").asText()).endsWith("/organisation-not-authorised");
  }

  @Test
  @Tag("PRV-7")
  void aNewVersionLeavesTheEarlierOneAsItWas() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    JsonNode first = institution.get("/definitions/" + definition + "/versions/1").json();
    var redrafted = Institution.definition();
    set(redrafted, "/workload", "{\"hours\":60}");
    var _ = institution.put("/definitions/" + definition + "/draft", redrafted.toString());

    Reply second = institution.post("/definitions/" + definition + "/publication", "");

    assertThat(second.json().at("/version").asInt()).isEqualTo(2);
    assertThat(institution.get("/definitions/" + definition + "/versions/1").json())
        .isEqualTo(first);
    assertThat(
            institution
                .get("/definitions/" + definition + "/versions/2")
                .json()
                .at("/definition/workload/hours")
                .asInt())
        .isEqualTo(60);
  }

  @Test
  void publishingAnUnchangedDraftAgainGivesTheVersionThatIsThere() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();

    Reply again = institution.post("/definitions/" + definition + "/publication", "");

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/version").asInt()).isEqualTo(1);
  }

  @Test
  void aPublicationIsAnnounced() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    try (var topics = new TopicProbe()) {

      DefinitionPublishedV1 announced =
          Await.untilPresent(
              "it is announced",
              () ->
                  topics.read(Topic.DEFINITION, DefinitionPublishedV1.class).stream()
                      .map(event -> event.data())
                      .filter(data -> data.definitionId().equals(definition))
                      .findFirst()
                      .orElse(null));

      assertThat(announced.organisationId()).isEqualTo(institution.id);
      assertThat(announced.title().in("sv")).contains("Hygien i vård ®");
      assertThat(announced.title().in("en")).contains("Hygiene in care 🧼");
      assertThat(announced.skills()).hasSize(1);
    }
  }

  @Test
  @Tag("S4")
  void anotherInstitutionIsToldNothingAboutADefinition() {
    UUID definition = Institution.authorised().publishedDefinition();
    var other = Institution.authorised();

    assertThat(other.get("/definitions/" + definition).status()).isEqualTo(404);
    assertThat(other.get("/definitions/" + definition + "/versions/1").status()).isEqualTo(404);
    assertThat(
            other
                .put("/definitions/" + definition + "/draft", Institution.definition().toString())
                .status())
        .isEqualTo(404);
    assertThat(other.post("/definitions/" + definition + "/publication", "").status())
        .isEqualTo(404);
  }

  @Test
  void aDraftMayLackEverythingButNotBeBent() {
    var institution = Institution.unknown();

    assertThat(institution.post("/definitions", "{}").status()).isEqualTo(201);
    assertThat(institution.post("/definitions", "{\"kind\":\"DIPLOMA\"}").status()).isEqualTo(400);
    assertThat(institution.post("/definitions", "{\"countri\":\"SE\"}").status()).isEqualTo(400);
    assertThat(institution.post("/definitions", "{\"country\":\"Sverige\"}").status())
        .isEqualTo(400);
    assertThat(institution.post("/definitions", "{\"workload\":{\"hours\":-4}}").status())
        .isEqualTo(400);
    assertThat(
            institution
                .post("/definitions", "{\"title\":{\"sv\":\"" + "å".repeat(301) + "\"}}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aListOfDefinitionsComesInPages() {
    var institution = Institution.unknown();
    var ids =
        Stream.generate(() -> institution.drafted(Institution.definition())).limit(3).toList();

    JsonNode first = institution.get("/definitions?limit=2").json();
    JsonNode second =
        institution.get("/definitions?limit=2&after=" + first.at("/next").asText()).json();

    assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
    assertThat(ids(second)).isEqualTo(ids.subList(2, 3));
    assertThat(second.has("next")).isFalse();
  }

  private static List<UUID> ids(JsonNode page) {
    return StreamSupport.stream(page.at("/items").spliterator(), false)
        .map(item -> UUID.fromString(item.at("/id").asText()))
        .toList();
  }

  private static List<String> codes(Reply reply) {
    return StreamSupport.stream(reply.json().at("/errors").spliterator(), false)
        .map(error -> error.at("/code").asText())
        .toList();
  }

  private static String outcomes(int count) {
    JsonNode one = Institution.definition().at("/outcomes/0");
    ArrayNode many = Institution.JSON.createArrayNode();
    for (int i = 0; i < count; i++) {
      many.add(one);
    }
    return many.toString();
  }

  private static void set(ObjectNode object, String pointer, String json) {
    int last = pointer.lastIndexOf('/');
    JsonNode parent = object.at(pointer.substring(0, last));
    JsonNode value = Institution.object("{\"value\":" + json + "}").get("value");
    String name = pointer.substring(last + 1);
    ((ObjectNode) parent).set(name, value);
  }
}
