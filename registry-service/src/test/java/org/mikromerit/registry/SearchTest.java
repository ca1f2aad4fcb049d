package org.mikromerit.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.definition.LocalText;
import org.mikromerit.events.definition.QualityAssuranceType;
import org.mikromerit.kit.sql.Words;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
@Tag("REG-1")
class SearchTest {
  // A word of this run's own, so that what other tests keep in the register is not found.
  private final String mark = "q" + Long.toString(System.nanoTime(), 36);

  @ParameterizedTest
  @CsvSource({
    "vårdskolan",
    "VÅRDSKOLAN",
    "skolan",
    "ÅMÅL vård",
    "'  i   Åmål '",
    "100%",
    "a_b",
    "c\\d",
    "(åäö)"
  })
  void anOrganisationIsFoundByPartsOfItsNameInAnyOrderAndCase(String q) {
    UUID there = Register.anApplicant("Vårdskolan i Åmål (åäö) 100% a_b c\\\\d " + mark);
    Register.anApplicant("Gymnasiet i Säffle " + mark);

    assertThat(organisations(q + " " + mark)).containsExactly(there.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%", "_", "\\", "V%n", "V_rdskolan", "vardskolan", "Åmål Säffle", "' or 1=1"})
  void noCharacterMeansAnythingButItself(String q) {
    Register.anApplicant("Vårdskolan i Åmål " + mark);

    assertThat(organisations(q + " " + mark)).isEmpty();
  }

  @Test
  void whatIsFoundComesInPagesThatKeepTheWords() {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      there.add(Register.anApplicant("Skola 100% nr " + i + " " + mark).toString());
      Register.anApplicant("Skola 100 nr " + i + " " + mark);
    }

    List<String> found = new ArrayList<>();
    String next = "/organisations?limit=2&q=100%25%20" + mark;
    while (next != null) {
      Response page = given().urlEncodingEnabled(false).get(next);
      found.addAll(page.then().statusCode(200).extract().path("items.id"));
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("<(.*)>.*", "$1");
    }

    assertThat(found).isSorted().containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void anOrganisationIsFoundByItsState() {
    UUID applied = Register.anApplicant("Skola " + mark);
    UUID authorised = Register.anAuthorisedOrganisation("Skola " + mark);

    assertThat(
            ids(given().queryParam("q", mark).queryParam("state", "APPLIED").get("/organisations")))
        .containsExactly(applied.toString());
    assertThat(
            ids(
                given()
                    .queryParam("q", mark)
                    .queryParam("state", "AUTHORISED")
                    .get("/organisations")))
        .containsExactly(authorised.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"applied", "APPLIED ", "NONE", "0", "APPLIED,CLOSED"})
  void aStateThatIsNoneIsRefused(String state) {
    refused(given().queryParam("state", state).get("/organisations"), "state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/organisations", "/definitions"})
  void whatCannotBeInANameIsRefused(String list) {
    refused(given().queryParam("q", "å".repeat(101)).get(list), "q");
    refused(given().queryParam("q", "a b c d e f g h i").get(list), "q");
    refused(given().urlEncodingEnabled(false).get(list + "?q=a%00b"), "q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void whoAsksForNoWordsIsGivenEverything(String q) {
    Register.anApplicant("Vårdskolan " + mark);

    assertThat(ids(given().queryParam("q", q).queryParam("limit", 1).get("/organisations")))
        .hasSize(1);
  }

  @Test
  void aDefinitionIsFoundByItsTitleInAnyLanguageAsItIsNow() {
    UUID hygiene = UUID.randomUUID();
    UUID renamed = UUID.randomUUID();
    tell(
        published(hygiene, 1, "Hygien i vård, 50 % " + mark, "Hygiene in \"care\" " + mark),
        published(renamed, 1, "Hygien förr " + mark, "Hygiene before " + mark),
        published(renamed, 2, "Renlighet " + mark, "Cleanliness " + mark));

    Await.untilAsserted("both are in the catalogue", () -> assertThat(definitions("")).hasSize(2));
    assertThat(definitions("HYGIEN VÅRD")).containsExactly(hygiene.toString());
    assertThat(definitions("hygiene care")).containsExactly(hygiene.toString());
    assertThat(definitions("50 %")).containsExactly(hygiene.toString());
    assertThat(definitions("\"care\"")).containsExactly(hygiene.toString());
    assertThat(definitions("cleanliness")).containsExactly(renamed.toString());
    assertThat(definitions("förr")).isEmpty();
    assertThat(definitions("{")).isEmpty();
    assertThat(definitions("H%n")).isEmpty();
  }

  @Test
  void certainDefinitionsAreListedTogether() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    tell(
        published(one, 1, "Ett " + mark, "One " + mark),
        published(other, 1, "Annat " + mark, "Other " + mark),
        published(UUID.randomUUID(), 1, "Tredje " + mark, "Third " + mark));
    Await.untilAsserted("all", () -> assertThat(definitions("")).hasSize(3));

    Response listed = given().queryParam("id", one, other, UUID.randomUUID()).get("/definitions");

    assertThat(ids(listed)).containsExactlyInAnyOrder(one.toString(), other.toString());
  }

  @Test
  void whatNamesNoDefinitionOrTooManyIsRefused() {
    refused(given().queryParam("id", "x").get("/definitions"), "id");
    refused(
        given()
            .queryParam("id", Stream.generate(UUID::randomUUID).limit(101).toArray())
            .get("/definitions"),
        "id");
  }

  @ParameterizedTest
  @CsvSource({
    "organisation, name, organisation_by_words",
    "definition_version, definition_titles(content), definition_version_by_words"
  })
  void anIndexFindsTheWords(String table, String text, String index) {
    var words = new Words(List.of("vård", "Åmål"));

    List<String> plan =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    Register.database()
                        .withHandle(sql -> explained(sql, table, words.in(text), words)));

    assertThat(String.join("\n", plan)).contains(index);
  }

  private static List<String> explained(Handle sql, String table, String condition, Words words) {
    // So few rows would be read through otherwise.
    sql.execute("set local enable_seqscan = off");
    sql.execute("set local enable_indexscan = off");
    return sql.createQuery("explain select 1 from " + table + " where " + condition)
        .bindMap(words.parameters())
        .mapTo(String.class)
        .list();
  }

  private List<String> definitions(String q) {
    return ids(given().queryParam("q", q + " " + mark).get("/definitions"));
  }

  private static List<String> organisations(String q) {
    return ids(given().queryParam("q", q).get("/organisations"));
  }

  private static List<String> ids(Response list) {
    return list.then().statusCode(200).extract().path("items.id");
  }

  private static void refused(Response answer, String field) {
    answer
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", endsWith("/invalid-value"))
        .body("field", equalTo(field));
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
        UUID.randomUUID(),
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        LocalText.of(Map.of("sv", swedish, "en", english)),
        List.of(),
        new BigDecimal("40"),
        null,
        null,
        QualityAssuranceType.THIRD_PARTY,
        GovernanceModel.REGULATORY,
        Instant.parse("2026-02-01T08:00:00Z"));
  }
}
