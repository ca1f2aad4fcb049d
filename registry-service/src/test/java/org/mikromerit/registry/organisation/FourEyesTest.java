package org.mikromerit.registry.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
@Tag("REG-2")
class FourEyesTest {
  private static final String RUT = "rut";

  @Test
  void aPreparedApplicationIsInReviewAndNothingIsDecided() {
    UUID organisation = Register.anApplicant("Vårdskolan");

    Response prepared = Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    prepared
        .then()
        .statusCode(200)
        .body("proposal", equalTo("AUTHORISE"))
        .body("yours", equalTo(true));
    given()
        .get("/organisations/{id}", organisation)
        .then()
        .body("state", equalTo("IN_REVIEW"))
        .body("history.state", contains("APPLIED", "IN_REVIEW"));
  }

  @Test
  void whoPreparedDoesNotDecide() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    Response herself = Register.take(Register.rut(), organisation, "AUTHORISE");
    // Another token of the same account is the same person.
    Response herOtherToken =
        Register.take(
            Tokens.person(RUT, Roles.REGISTRAR, Roles.POLICY_ADMIN), organisation, "AUTHORISE");

    problem(herself, 403, "second-person-needed");
    problem(herOtherToken, 403, "second-person-needed");
    assertState(organisation, "IN_REVIEW");
  }

  @Test
  void whoPreparedDoesNotReturnTheirOwnProposalEither() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    Response answer = Register.take(Register.rut(), organisation, "RETURN");

    problem(answer, 403, "second-person-needed");
  }

  @Test
  void whoFiledTheApplicationNeitherPreparesNorDecides() {
    UUID organisation = UUID.randomUUID();
    String asApplicant =
        Tokens.member("eva", organisation, Roles.CREATOR); // later one of the authority's
    String asRegistrar = Tokens.person("eva", Roles.REGISTRAR);
    Register.post(
            asApplicant,
            organisation,
            "application",
            "{\"name\": \"Evas\", \"country\": \"SE\", \"governanceModel\": \"AUTONOMOUS\"}")
        .then()
        .statusCode(201);

    Response prepares = Register.prepare(asRegistrar, organisation, "AUTHORISE", "Beslut");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut").then().statusCode(200);
    Response decides = Register.take(asRegistrar, organisation, "AUTHORISE");

    problem(prepares, 403, "second-person-needed");
    problem(decides, 403, "second-person-needed");
    assertState(organisation, "IN_REVIEW");
  }

  @Test
  void withoutAPreparedDecisionNothingIsDecided() {
    UUID organisation = Register.anApplicant("Vårdskolan");

    Response decided = Register.take(Register.rolf(), organisation, "AUTHORISE");

    problem(decided, 409, "nothing-proposed");
    assertState(organisation, "APPLIED");
  }

  @Test
  void theSecondPersonTakesThePreparedDecisionAndNoOther() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    Response decided = Register.take(Register.rolf(), organisation, "REFUSE");

    problem(decided, 409, "another-decision-proposed").body("proposed", equalTo("AUTHORISE"));
    assertState(organisation, "IN_REVIEW");
  }

  @Test
  void whatIsReturnedIsDecidedByNobodyUntilItIsPreparedAnew() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    Response returned = Register.take(Register.rolf(), organisation, "RETURN");

    returned.then().statusCode(200).body("state", equalTo("IN_REVIEW"));
    problem(Register.take(Register.rolf(), organisation, "AUTHORISE"), 409, "nothing-proposed");
    Register.prepare(Register.rolf(), organisation, "REFUSE", "Ofullständig")
        .then()
        .statusCode(200);
    Register.take(Register.rut(), organisation, "REFUSE")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"))
        .body("history[2].reason", equalTo("Ofullständig"));
  }

  @Test
  void aNewProposalTakesThePlaceOfTheOpenOneAndItsPreparerIsTheFirstPerson() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");
    Register.prepare(Register.rolf(), organisation, "REFUSE", "Ofullständig");

    Response ofTheReplaced = Register.take(Register.rut(), organisation, "AUTHORISE");
    Response byItsPreparer = Register.take(Register.rolf(), organisation, "REFUSE");

    problem(ofTheReplaced, 409, "another-decision-proposed");
    problem(byItsPreparer, 403, "second-person-needed");
    Register.take(Register.rut(), organisation, "REFUSE").then().statusCode(200);
  }

  @Test
  void aSuspensionIsOnePersonsAndAtOnce() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");

    Response suspended = Register.suspend(Register.rut(), organisation, "Granskning pågår");

    suspended
        .then()
        .statusCode(200)
        .body("state", equalTo("SUSPENDED"))
        .body("history[3].reason", equalTo("Granskning pågår"));
  }

  @Test
  void aSuspensionIsUndoneByTwo() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    Register.suspend(Register.rut(), organisation, "Granskning pågår");
    Register.prepare(Register.rut(), organisation, "REINSTATE", "Inget att anmärka");

    Response alone = Register.take(Register.rut(), organisation, "REINSTATE");
    Response together = Register.take(Register.rolf(), organisation, "REINSTATE");

    problem(alone, 403, "second-person-needed");
    together
        .then()
        .statusCode(200)
        .body("state", equalTo("AUTHORISED"))
        .body(
            "history.state",
            contains("APPLIED", "IN_REVIEW", "AUTHORISED", "SUSPENDED", "AUTHORISED"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAuthorisationIsWithdrawnByTwoForGood(boolean suspended) {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    if (suspended) {
      Register.suspend(Register.rut(), organisation, "Granskning pågår");
    }
    Register.prepare(Register.rut(), organisation, "WITHDRAW", "Brister").then().statusCode(200);

    Response alone = Register.take(Register.rut(), organisation, "WITHDRAW");
    Response together = Register.take(Register.rolf(), organisation, "WITHDRAW");

    problem(alone, 403, "second-person-needed");
    together.then().statusCode(200).body("state", equalTo("WITHDRAWN"));
    problem(
        Register.prepare(Register.rut(), organisation, "REINSTATE", "Ändå"), 409, "wrong-state");
    problem(Register.apply(organisation, APPLICATION), 409, "already-applied");
  }

  @Test
  void whatWasPreparedBeforeASuspensionIsJudgedByTheStateOfNow() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    Register.suspend(Register.rut(), organisation, "Granskning pågår");
    Register.prepare(Register.rut(), organisation, "REINSTATE", "Inget att anmärka");
    Register.take(Register.rolf(), organisation, "REINSTATE").then().statusCode(200);

    Response again = Register.take(Register.rolf(), organisation, "REINSTATE");

    problem(again, 409, "nothing-proposed");
  }

  @Test
  void theRefusedMayMendTheirApplicationAndFileAgain() {
    UUID organisation = Register.anApplicant("Snabbkurs");
    Register.decide(organisation, "REFUSE", "Ingen kvalitetssäkring");

    Response again = Register.apply(organisation, APPLICATION);

    again
        .then()
        .statusCode(201)
        .body("name", equalTo("Vårdskolan"))
        .body("did", equalTo(Register.didOf(organisation)))
        .body("history.state", contains("APPLIED", "IN_REVIEW", "REFUSED", "APPLIED"));
    Register.decide(organisation, "AUTHORISE", "Åtgärdat")
        .then()
        .statusCode(200)
        .body("state", equalTo("AUTHORISED"));
  }

  @ParameterizedTest
  @CsvSource({
    "APPLIED, REINSTATE",
    "APPLIED, WITHDRAW",
    "AUTHORISED, AUTHORISE",
    "AUTHORISED, REFUSE",
    "AUTHORISED, REINSTATE",
    "SUSPENDED, AUTHORISE",
    "SUSPENDED, REFUSE",
    "REFUSED, AUTHORISE",
    "REFUSED, REFUSE"
  })
  void whatTheStateDoesNotAllowIsNotPrepared(String state, String verdict) {
    UUID organisation = one(state);

    Response prepared = Register.prepare(Register.rut(), organisation, verdict, "Beslut");

    problem(prepared, 409, "wrong-state");
    assertState(organisation, state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPLIED", "SUSPENDED", "REFUSED"})
  void onlyTheAuthorisedAreSuspended(String state) {
    UUID organisation = one(state);

    Response suspended = Register.suspend(Register.rut(), organisation, "Granskning pågår");

    problem(suspended, 409, "wrong-state");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "review     | {\"proposal\": \"AUTHORISE\"}                            | /reason",
        "review     | {\"proposal\": \"REFUSE\", \"reason\": \" \"}            | /reason",
        "review     | {\"proposal\": \"REFUSE\", \"reason\": \"a\\u0000b\"}    | /reason",
        "review     | {\"proposal\": \"MERGE\", \"reason\": \"Beslut\"}        | /proposal",
        "review     | {\"reason\": \"Beslut\"}                                 | /proposal",
        "decision   | {}                                                       | /decision",
        "decision   | {\"decision\": \"AUTHORISE\", \"reason\": \"\"}          | /reason",
        "decision   | {\"decision\": \"RETURN\", \"reason\": \"Nej\"}          | /reason",
        "suspension | {}                                                       | /reason",
        "suspension | {\"reason\": \"\\ud800\"}                                | /reason"
      })
  void everyActOfTheAuthorityHasAReasonThatCanBePublished(String act, String body, String field) {
    UUID organisation = Register.anApplicant("Snabbkurs");

    Response answer = Register.post(Register.rut(), organisation, act, body);

    problem(answer, 400, "invalid-value").body("field", equalTo(field));
    assertState(organisation, "APPLIED");
  }

  @Test
  void aReasonLongerThanCanBePublishedIsRefused() {
    UUID organisation = Register.anApplicant("Snabbkurs");

    Response answer = Register.prepare(Register.rut(), organisation, "REFUSE", "å".repeat(501));

    problem(answer, 400, "invalid-value").body("field", equalTo("/reason"));
  }

  @ParameterizedTest
  @CsvSource({
    "review, '{\"proposal\": \"AUTHORISE\", \"reason\": \"Beslut\"}'",
    "decision, '{\"decision\": \"AUTHORISE\"}'",
    "suspension, '{\"reason\": \"Granskning\"}'"
  })
  void nobodyActsOnTheirOwnOrganisationNorWithoutTheRole(String act, String body) {
    UUID organisation = Register.anApplicant("Snabbkurs");

    Response asCreator =
        Register.post(Tokens.organisation(organisation, Roles.CREATOR), organisation, act, body);
    Response asItsOwnRegistrar =
        Register.post(
            Tokens.organisation(organisation, Roles.CREATOR, Roles.REGISTRAR),
            organisation,
            act,
            body);
    Response onNobody = Register.post(Register.rut(), UUID.randomUUID(), act, body);

    problem(asCreator, 403, "forbidden");
    problem(asItsOwnRegistrar, 403, "own-organisation");
    problem(onNobody, 404, "not-found");
    assertState(organisation, "APPLIED");
  }

  @Test
  void ofManyDecisionsAtOnceOneCounts() throws InterruptedException {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");
    List<Integer> answers = new ArrayList<>();

    List<Thread> deciders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String choice = i % 2 == 0 ? "AUTHORISE" : "RETURN";
      deciders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    int status = Register.take(Register.rolf(), organisation, choice).statusCode();
                    synchronized (answers) {
                      answers.add(status);
                    }
                  }));
    }
    for (Thread decider : deciders) {
      decider.join();
    }

    assertThat(answers).hasSize(8).containsOnly(200, 409).containsOnlyOnce(200);
  }

  @Test
  void theWorkThatWaitsIsListedForRegistrarsAlone() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    Optional<Map<String, Object>> hers = listed(Register.rut(), organisation);
    Optional<Map<String, Object>> his = listed(Register.rolf(), organisation);
    Register.take(Register.rolf(), organisation, "AUTHORISE");

    assertThat(hers.orElseThrow()).containsEntry("yours", true);
    assertThat(his.orElseThrow())
        .containsEntry("yours", false)
        .containsEntry("proposal", "AUTHORISE")
        .containsEntry("reason", "Beslut")
        .containsEntry("name", "Vårdskolan")
        .doesNotContainKey("preparedBy");
    assertThat(listed(Register.rolf(), organisation)).isEmpty();
    problem(
        given()
            .auth()
            .oauth2(Tokens.organisation(organisation, Roles.CREATOR, Roles.ISSUER))
            .get("/proposals"),
        403,
        "forbidden");
  }

  @Test
  void whatIsPreparedForAnOrganisationIsReadByRegistrarsUntilItIsDecided() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    prepared(Register.rolf(), organisation)
        .then()
        .statusCode(200)
        .body("name", equalTo("Vårdskolan"))
        .body("proposal", equalTo("AUTHORISE"))
        .body("yours", equalTo(false));
    prepared(Register.rut(), organisation).then().body("yours", equalTo(true));
    Register.take(Register.rolf(), organisation, "AUTHORISE");

    problem(prepared(Register.rolf(), organisation), 404, "not-found");
    problem(prepared(Register.rolf(), UUID.randomUUID()), 404, "not-found");
    problem(
        prepared(Tokens.organisation(organisation, Roles.CREATOR), organisation), 403, "forbidden");
  }

  private static Response prepared(String token, UUID organisation) {
    return given().auth().oauth2(token).get("/proposals/{organisation}", organisation);
  }

  @Test
  void notEvenTheDatabaseLetsOnePersonDecide() {
    UUID organisation = Register.anApplicant("Vårdskolan");
    Register.prepare(Register.rut(), organisation, "AUTHORISE", "Beslut");

    assertThatThrownBy(
            () ->
                Register.database()
                    .useHandle(
                        sql ->
                            sql.createUpdate(
                                    """
                                    insert into proposal_closing (organisation, number, outcome, prepared_by, closed_by, closed_at)
                                    select organisation, number, 'DECIDED', prepared_by, prepared_by, now()
                                    from proposal where organisation = :organisation
                                    """)
                                .bind("organisation", organisation)
                                .execute()))
        .hasMessageContaining("second_person");
  }

  @Test
  void whoPreparedAndWhoDecidedIsAuditedByTheirSubjects() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");

    List<String> actors =
        Register.database()
            .withHandle(
                sql ->
                    sql.createQuery(
                            """
                            select actor from audit where subject = :id
                              and action in ('organisation.decision-prepared', 'organisation.decided')
                            order by position
                            """)
                        .bind("id", organisation.toString())
                        .mapTo(String.class)
                        .list());

    assertThat(actors).hasSize(2).doesNotHaveDuplicates();
  }

  private static final String APPLICATION =
      "{\"name\": \"Vårdskolan\", \"country\": \"SE\", \"governanceModel\": \"AUTONOMOUS\"}";

  private static UUID one(String state) {
    UUID organisation = Register.anApplicant("Vårdskolan");
    switch (state) {
      case "APPLIED" -> {}
      case "REFUSED" -> Register.decide(organisation, "REFUSE", "Nej").then().statusCode(200);
      case "AUTHORISED" -> Register.decide(organisation, "AUTHORISE", "Ja").then().statusCode(200);
      case "SUSPENDED" -> {
        Register.decide(organisation, "AUTHORISE", "Ja").then().statusCode(200);
        Register.suspend(Register.rut(), organisation, "Granskning").then().statusCode(200);
      }
      default -> throw new IllegalArgumentException(state);
    }
    return organisation;
  }

  private static Optional<Map<String, Object>> listed(String token, UUID organisation) {
    String after = "";
    do {
      Response page =
          given()
              .auth()
              .oauth2(token)
              .queryParam("limit", 3)
              .queryParam("after", after)
              .get("/proposals");
      List<Map<String, Object>> items = page.then().statusCode(200).extract().path("items");
      for (Map<String, Object> item : items) {
        if (organisation.toString().equals(item.get("organisation"))) {
          return Optional.of(item);
        }
      }
      assertThat(items).hasSizeLessThanOrEqualTo(3);
      after = page.path("next");
    } while (after != null);
    return Optional.empty();
  }

  private static void assertState(UUID organisation, String state) {
    given()
        .get("/organisations/{id}", organisation)
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }

  private static ValidatableResponse problem(Response answer, int status, String slug) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://mikromerit.org/problems/" + slug));
  }
}
