package org.mikromerit.registry.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.events.Event;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class OrganisationTest {
  private static final String APPLICATION =
      """
      {"name": "Vårdskolan i Åre ®🎓", "country": "SE", "region": "SE322",
       "governanceModel": "REGULATORY", "contactUrl": "https://vardskolan.example/kontakt"}
      """;

  @Test
  @Tag("REG-2")
  void anOrganisationAppliesAndIsInTheRegister() {
    UUID organisation = UUID.randomUUID();

    Response answer = Register.apply(organisation, APPLICATION);

    answer
        .then()
        .statusCode(201)
        .header("Location", endsWith("/organisations/" + organisation))
        .body("state", equalTo("APPLIED"));
    given()
        .get("/organisations/{id}", organisation)
        .then()
        .statusCode(200)
        .body("id", equalTo(organisation.toString()))
        .body("name", equalTo("Vårdskolan i Åre ®🎓"))
        .body("country", equalTo("SE"))
        .body("region", equalTo("SE322"))
        .body("governanceModel", equalTo("REGULATORY"))
        .body("did", equalTo(Register.didOf(organisation)))
        .body("state", equalTo("APPLIED"))
        .body("history.state", contains("APPLIED"))
        .body("history[0].from", notNullValue());
  }

  @Test
  void aSecondApplicationIsRefused() {
    UUID organisation = Register.anApplicant("Omsorgsakademin");

    Response again = Register.apply(organisation, APPLICATION);

    problem(again, 409, "already-applied");
    given()
        .get("/organisations/{id}", organisation)
        .then()
        .body("name", equalTo("Omsorgsakademin"))
        .body("history", hasSize(1));
  }

  @Test
  @Tag("REG-2")
  void anAuthorityAuthorises() {
    UUID organisation = Register.anApplicant("Vårdskolan");

    Response decided = Register.decide(organisation, "AUTHORISE", "Tillstånd enligt beslut");

    decided
        .then()
        .statusCode(200)
        .body("state", equalTo("AUTHORISED"))
        .body("history.state", contains("APPLIED", "IN_REVIEW", "AUTHORISED"))
        .body("history[2].reason", equalTo("Tillstånd enligt beslut"));
  }

  @Test
  @Tag("REG-2")
  void anAuthorityRefusesWithTheReasonInTheRegister() {
    UUID organisation = Register.anApplicant("Snabbkurs");

    Response decided = Register.decide(organisation, "REFUSE", "Ingen kvalitetssäkring");

    decided.then().statusCode(200).body("state", equalTo("REFUSED"));
    given()
        .get("/organisations/{id}", organisation)
        .then()
        .body("history[2].reason", equalTo("Ingen kvalitetssäkring"));
  }

  @Test
  @Tag("S4")
  void nobodyAppliesForAnother() {
    UUID organisation = UUID.randomUUID();

    Response asAnother =
        applyAs(Tokens.organisation(UUID.randomUUID(), Roles.CREATOR), organisation);
    Response asNobody = applyAs(Tokens.of(Roles.CREATOR), organisation);
    Response withAnotherRole =
        applyAs(Tokens.organisation(organisation, Roles.ISSUER), organisation);

    problem(asAnother, 403, "tenant-mismatch");
    problem(asNobody, 403, "tenant-mismatch");
    problem(withAnotherRole, 403, "forbidden");
    problem(given().get("/organisations/{id}", organisation), 404, "not-found");
  }

  @Test
  void withoutAValidTokenNothingIsDone() {
    UUID organisation = UUID.randomUUID();

    Response without =
        given()
            .contentType(ContentType.JSON)
            .body(APPLICATION)
            .post("/organisations/{org}/application", organisation);
    Response expired = applyAs(Tokens.expired(organisation, Roles.CREATOR), organisation);
    Response forged = applyAs(Tokens.forged(organisation, Roles.CREATOR), organisation);

    problem(without, 401, "unauthenticated");
    problem(expired, 401, "unauthenticated");
    problem(forged, 401, "unauthenticated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\": \"A\", | malformed-json |",
        "null | malformed-json |",
        "[] | invalid-value | ''",
        "{\"name\": \"A\", \"country\": \"SE\", \"governanceModel\": \"HYBRID\", \"state\": \"AUTHORISED\"} | unknown-field | /state",
        "{\"name\": \"A\", \"country\": \"se\", \"governanceModel\": \"HYBRID\"} | invalid-value | /country",
        "{\"name\": \"A\", \"country\": \"XX\", \"governanceModel\": \"HYBRID\"} | invalid-value | /country",
        "{\"name\": \"A\", \"governanceModel\": \"HYBRID\"} | invalid-value | /country",
        "{\"name\": \" \", \"country\": \"SE\", \"governanceModel\": \"HYBRID\"} | invalid-value | /name",
        "{\"name\": \"a\\u0000b\", \"country\": \"SE\", \"governanceModel\": \"HYBRID\"} | invalid-value | /name",
        "{\"name\": \"a\\ud800b\", \"country\": \"SE\", \"governanceModel\": \"HYBRID\"} | invalid-value | /name",
        "{\"name\": 5, \"country\": \"SE\", \"governanceModel\": \"HYBRID\"} | invalid-value | /name",
        "{\"name\": \"A\", \"country\": \"SE\", \"governanceModel\": \"FREE\"} | invalid-value | /governanceModel",
        "{\"name\": \"A\", \"country\": \"SE\", \"governanceModel\": \"HYBRID\", \"contactUrl\": \"javascript:alert(1)\"} | invalid-value | /contactUrl",
        "{\"name\": \"A\", \"country\": \"SE\", \"governanceModel\": \"HYBRID\", \"region\": \"Skåne\"} | invalid-value | /region"
      })
  void whatCannotBeUsedIsNamed(String body, String slug, String field) {
    UUID organisation = UUID.randomUUID();

    Response answer = Register.apply(organisation, body);

    problem(answer, 400, slug).body("field", equalTo(field));
    problem(given().get("/organisations/{id}", organisation), 404, "not-found");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    Response answer = Register.apply(UUID.randomUUID(), "{\"country\": \"Sverige\"}");

    problem(answer, 400, "invalid-value")
        .body("errors.field", contains("/name", "/country", "/governanceModel"));
  }

  @Test
  void theOtherServicesAreToldTheWholeDatedHistory() {
    UUID organisation = Register.anApplicant("Vårdskolan i Åre ®🎓");
    Register.decide(organisation, "AUTHORISE", "Beslut").then().statusCode(200);

    try (TopicProbe topics = new TopicProbe()) {
      Await.untilAsserted(
          "all changes on the topic",
          () -> {
            List<Event<OrganisationChangedV1>> told =
                topics.read(Topic.ORGANISATION, OrganisationChangedV1.class).stream()
                    .filter(event -> event.data().organisationId().equals(organisation))
                    .toList();
            assertThat(told).hasSize(3);
            assertThat(told)
                .extracting(event -> event.envelope().sequence())
                .containsExactly(1L, 2L, 3L);
            OrganisationChangedV1 newest = told.getLast().data();
            assertThat(newest.name()).isEqualTo("Vårdskolan i Åre ®🎓");
            assertThat(newest.did()).isEqualTo(Register.didOf(organisation));
            assertThat(newest.history())
                .extracting(StateSince::state)
                .containsExactly(
                    OrganisationState.APPLIED,
                    OrganisationState.IN_REVIEW,
                    OrganisationState.AUTHORISED);
            assertThat(newest.history().getLast().reason()).isEqualTo("Beslut");
          });
    }
  }

  @Test
  void whoDidWhatIsAudited() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");

    List<String> actions =
        Register.database()
            .withHandle(
                sql ->
                    sql.createQuery(
                            "select action from audit where subject = :id order by position")
                        .bind("id", organisation.toString())
                        .mapTo(String.class)
                        .list());

    assertThat(actions)
        .containsExactly(
            "organisation.applied",
            "organisation.decision-prepared",
            "organisation.state-changed",
            "organisation.decided",
            "organisation.state-changed");
  }

  @Test
  @Tag("REG-1")
  void theRegisterIsReadPageByPage() {
    List<String> organisations =
        List.of(
            Register.anApplicant("Första").toString(),
            Register.anApplicant("Andra").toString(),
            Register.anApplicant("Tredje").toString());

    List<String> read = new ArrayList<>();
    String after = "";
    do {
      Response page =
          given().queryParam("limit", 2).queryParam("after", after).get("/organisations");
      read.addAll(page.then().statusCode(200).extract().path("items.id"));
      after = page.path("next");
      assertThat(page.header("Link") != null).isEqualTo(after != null);
    } while (after != null);

    assertThat(read).containsAll(organisations).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"limit, 0", "limit, 201", "limit, many", "after, ###", "after, bm90LWFuLWlk"})
  void aPageThatCannotBeIsRefused(String parameter, String value) {
    Response answer = given().queryParam(parameter, value).get("/organisations");

    problem(answer, 400, "invalid-value").body("field", equalTo(parameter));
  }

  @Test
  void anIdThatIsNoneIsUnknown() {
    problem(given().get("/organisations/not-a-uuid"), 404, "not-found");
  }

  @Test
  @Tag("REG-1")
  void thePageOfAnyOriginMayReadTheRegister() {
    UUID organisation = Register.anApplicant("Vårdskolan");

    given()
        .header("Origin", "https://jobs.example")
        .get("/organisations/{id}", organisation)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "https://jobs.example");
  }

  private static Response applyAs(String token, UUID organisation) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(APPLICATION)
        .post("/organisations/{org}/application", organisation);
  }

  private static ValidatableResponse problem(Response answer, int status, String slug) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://mikromerit.org/problems/" + slug));
  }
}
