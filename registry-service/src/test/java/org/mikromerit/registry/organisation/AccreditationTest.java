package org.mikromerit.registry.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.events.Event;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisation.OrganisationChangedV1;
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
@Tag("QA-4")
class AccreditationTest {
  private static final String DECISION =
      """
      {"scheme": "Yrkeshögskolan", "body": "MYH", "scope": "Vård och omsorg", "reference": "MYH 2026/17",
       "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2029-01-01T00:00:00Z"}
      """;

  @Test
  void whatABodyDecidedIsInTheRegister() {
    UUID organisation = Register.anApplicant("Vårdskolan");

    Response recorded = record(organisation, DECISION);

    recorded.then().statusCode(201).header("Location", containsString("/accreditations/"));
    String id = recorded.path("id");
    given()
        .get("/organisations/{org}/accreditations", organisation)
        .then()
        .statusCode(200)
        .body("items.id", contains(id))
        .body("items[0].scheme", equalTo("Yrkeshögskolan"))
        .body("items[0].body", equalTo("MYH"))
        .body("items[0].scope", equalTo("Vård och omsorg"))
        .body("items[0].validUntil", equalTo("2029-01-01T00:00:00Z"));
    given()
        .get("/organisations/{org}/accreditations/{id}", organisation, id)
        .then()
        .statusCode(200)
        .body("reference", equalTo("MYH 2026/17"));
  }

  @Test
  void aWithdrawalIsDatedAndTheAccreditationStaysInTheRegister() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    String id = Register.anAccreditation(organisation);

    Response withdrawn = withdraw(organisation, id, "Återkallat beslut");

    withdrawn.then().statusCode(200).body("withdrawnAt", notNullValue());
    given()
        .get("/organisations/{org}/accreditations", organisation)
        .then()
        .body("items", hasSize(1))
        .body("items[0].withdrawalReason", equalTo("Återkallat beslut"));
    problem(withdraw(organisation, id, "Igen"), 409, "accreditation-withdrawn");
  }

  @Test
  void theOtherServicesAreToldOfAllThatStoodAndWhenItEnded() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    String standing = record(organisation, DECISION).path("id");
    String withdrawn = Register.anAccreditation(organisation);
    withdraw(organisation, withdrawn, "Återkallat beslut");

    try (TopicProbe topics = new TopicProbe()) {
      Await.untilAsserted(
          "both accreditations on the topic",
          () -> {
            Event<OrganisationChangedV1> newest =
                topics.read(Topic.ORGANISATION, OrganisationChangedV1.class).stream()
                    .filter(event -> event.data().organisationId().equals(organisation))
                    .reduce((_, later) -> later)
                    .orElseThrow();
            assertThat(newest.envelope().sequence()).isEqualTo(4);
            assertThat(newest.data().history()).hasSize(1);
            assertThat(newest.data().accreditations())
                .satisfiesExactly(
                    first -> {
                      assertThat(first.accreditationId()).hasToString(standing);
                      assertThat(first.scope()).isEqualTo("Vård och omsorg");
                      assertThat(first.validUntil())
                          .isEqualTo(Instant.parse("2029-01-01T00:00:00Z"));
                      assertThat(first.withdrawnAt()).isNull();
                    },
                    second -> {
                      assertThat(second.accreditationId()).hasToString(withdrawn);
                      assertThat(second.withdrawnAt()).isNotNull();
                    });
          });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"body\": \"MYH\", \"validFrom\": \"2026-01-01T00:00:00Z\"} | /scheme",
        "{\"scheme\": \"YH\", \"body\": \" \", \"validFrom\": \"2026-01-01T00:00:00Z\"} | /body",
        "{\"scheme\": \"YH\", \"body\": \"MYH\"} | /validFrom",
        "{\"scheme\": \"YH\", \"body\": \"MYH\", \"validFrom\": \"2026-01-01\"} | /validFrom",
        "{\"scheme\": \"YH\", \"body\": \"MYH\", \"validFrom\": \"0001-01-01T00:00:00Z\"} | /validFrom",
        "{\"scheme\": \"YH\", \"body\": \"MYH\", \"validFrom\": \"2026-01-01T00:00:00Z\", \"validUntil\": \"2026-01-01T00:00:00Z\"} | /validUntil",
        "{\"scheme\": \"YH\", \"body\": \"MYH\", \"validFrom\": \"2026-01-01T00:00:00Z\", \"validUntil\": \"+9999999-01-01T00:00:00Z\"} | /validUntil",
        "{\"scheme\": \"YH\", \"body\": \"MYH\", \"validFrom\": \"2026-01-01T00:00:00Z\", \"scope\": \"\"} | /scope",
        "{\"scheme\": \"YH\", \"body\": \"MYH\", \"validFrom\": \"2026-01-01T00:00:00Z\", \"reference\": \"a\\u0007\"} | /reference"
      })
  void whatCannotBeUsedIsNamed(String body, String field) {
    UUID organisation = Register.anApplicant("Vårdskolan");

    Response answer = record(organisation, body);

    problem(answer, 400, "invalid-value").body("field", equalTo(field));
    given().get("/organisations/{org}/accreditations", organisation).then().body("items", empty());
  }

  @Test
  void nobodyRecordsOrWithdrawsTheirOwn() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    String id = Register.anAccreditation(organisation);
    String creator = Tokens.organisation(organisation, Roles.CREATOR, Roles.ISSUER);
    String ownRegistrar = Tokens.organisation(organisation, Roles.REGISTRAR);

    problem(Register.post(creator, organisation, "accreditations", DECISION), 403, "forbidden");
    problem(
        Register.post(ownRegistrar, organisation, "accreditations", DECISION),
        403,
        "own-organisation");
    problem(
        Register.post(
            ownRegistrar,
            organisation,
            "accreditations/" + id + "/withdrawal",
            "{\"reason\": \"Nej\"}"),
        403,
        "own-organisation");
  }

  @Test
  void anothersAccreditationIsNoneOfTheOrganisations() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    String anothers = Register.anAccreditation(Register.anApplicant("Omsorgsakademin"));

    problem(withdraw(organisation, anothers, "Nej"), 404, "not-found");
    problem(
        given().get("/organisations/{org}/accreditations/{id}", organisation, anothers),
        404,
        "not-found");
    problem(record(UUID.randomUUID(), DECISION), 404, "not-found");
  }

  private static Response record(UUID organisation, String decision) {
    return Register.post(Register.rut(), organisation, "accreditations", decision);
  }

  private static Response withdraw(UUID organisation, String id, String reason) {
    return Register.post(
        Register.rut(),
        organisation,
        "accreditations/" + id + "/withdrawal",
        "{\"reason\": \"" + reason + "\"}");
  }

  private static ValidatableResponse problem(Response answer, int status, String slug) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://mikromerit.org/problems/" + slug));
  }
}
