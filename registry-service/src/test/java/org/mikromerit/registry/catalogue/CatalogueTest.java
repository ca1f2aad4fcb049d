package org.mikromerit.registry.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.definition.LocalText;
import org.mikromerit.events.definition.QualityAssuranceType;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class CatalogueTest {
  private static final UUID ORGANISATION = UUID.randomUUID();

  @Test
  @Tag("REG-1")
  void aPublishedDefinitionIsInTheCatalogue() {
    UUID definition = UUID.randomUUID();

    tell(published(definition, 1, "Hygien i vård", "Hygiene in care"));

    Await.untilAsserted(
        "the definition",
        () ->
            given()
                .get("/definitions/{id}/versions/1", definition)
                .then()
                .statusCode(200)
                .body("id", equalTo(definition.toString()))
                .body("version", equalTo(1))
                .body("organisation", equalTo(ORGANISATION.toString()))
                .body("kind", equalTo("MICRO_CREDENTIAL"))
                .body("certificationLevel", equalTo("DEMONSTRATED"))
                .body("title.sv", equalTo("Hygien i vård"))
                .body("title.en", equalTo("Hygiene in care"))
                .body("skills[0].label", equalTo("hygien inom hälso- och sjukvård"))
                .body("workloadHours", equalTo("40.50"))
                .body("credits", nullValue())
                .body("level.framework", equalTo("SeQF"))
                .body("level.value", equalTo("4"))
                .body("qualityAssuranceType", equalTo("third-party"))
                .body("governanceModel", equalTo("REGULATORY")));
  }

  @Test
  @Tag("PRV-7")
  void anOldVersionStaysAsItWas() {
    UUID definition = UUID.randomUUID();

    tell(
        published(definition, 2, "Hygien i vård, ny", "Hygiene in care, new"),
        published(definition, 1, "Hygien i vård", "Hygiene in care"));

    for (int version = 1; version <= 2; version++) {
      String title = version == 1 ? "Hygien i vård" : "Hygien i vård, ny";
      int asked = version;
      Await.untilAsserted(
          "version " + version,
          () ->
              given()
                  .get("/definitions/{id}/versions/{n}", definition, asked)
                  .then()
                  .statusCode(200)
                  .body("title.sv", equalTo(title)));
    }
  }

  @Test
  @Tag("REG-1")
  void theListHasTheNewestVersionOfEach() {
    UUID definition = UUID.randomUUID();
    UUID another = UUID.randomUUID();

    tell(
        published(definition, 1, "Ett", "One"),
        published(definition, 2, "Två", "Two"),
        published(another, 1, "Annat", "Another"));

    Await.untilAsserted(
        "both in the list",
        () -> {
          List<Map<String, Object>> listed = everyListed();
          assertThat(listed)
              .filteredOn(each -> definition.toString().equals(each.get("id")))
              .singleElement()
              .satisfies(newest -> assertThat(newest).containsEntry("version", 2));
          assertThat(listed).extracting(each -> each.get("id")).contains(another.toString());
        });
  }

  @Test
  void aVersionThatWasNeverPublishedIsUnknown() {
    given()
        .get("/definitions/{id}/versions/1", UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("https://mikromerit.org/problems/not-found"));
  }

  @Test
  void aVersionThatIsNoNumberIsUnknown() {
    given()
        .get("/definitions/{id}/versions/first", UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  private static List<Map<String, Object>> everyListed() {
    List<Map<String, Object>> listed = new ArrayList<>();
    String after = "";
    do {
      var page = given().queryParam("limit", 2).queryParam("after", after).get("/definitions");
      listed.addAll(page.then().statusCode(200).extract().path("items"));
      after = page.path("next");
    } while (after != null);
    return listed;
  }

  private static void tell(DefinitionPublishedV1... definitions) {
    try (TopicProbe topics = new TopicProbe()) {
      for (DefinitionPublishedV1 definition : definitions) {
        topics.publish(definition, 1);
      }
    }
  }

  private static DefinitionPublishedV1 published(
      UUID definition, int version, String swedish, String english) {
    return new DefinitionPublishedV1(
        definition,
        version,
        ORGANISATION,
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        LocalText.of(Map.of("sv", swedish, "en", english)),
        List.of(
            new DefinitionPublishedV1.Skill(
                "http://data.europa.eu/esco/skill/0450eaee-1a00-4622-8f4e-5356fce816d2",
                "hygien inom hälso- och sjukvård")),
        new BigDecimal("40.50"),
        null,
        new DefinitionPublishedV1.Level("SeQF", "4"),
        QualityAssuranceType.THIRD_PARTY,
        GovernanceModel.REGULATORY,
        Instant.parse("2026-02-01T08:00:00Z"));
  }
}
