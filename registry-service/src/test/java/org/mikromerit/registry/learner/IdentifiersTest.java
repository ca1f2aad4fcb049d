package org.mikromerit.registry.learner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.Topic;
import org.mikromerit.events.delivery.DeliveryClaimedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1.LearnerSince;
import org.mikromerit.kit.pseudonym.Pseudonyms;
import org.mikromerit.registry.Deliveries;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
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
class IdentifiersTest {

  @Test
  @Tag("LRN-1")
  @Tag("STK-5")
  void allThatWasVerifiedAboutAPersonIsOneLearnerAndIsAnnouncedAsSuch() {
    Person lisa = People.withBoth();

    identifiers(lisa)
        .then()
        .body("items.kind", containsInAnyOrder("ACCOUNT", "EMAIL", "NATIONAL_NUMBER"));

    UUID learner = announced(account(lisa), 1);
    assertThat(announced(lisa.emailRef(), 1)).isEqualTo(learner);
    assertThat(announced(lisa.numberRef(), 1)).isEqualTo(learner);
  }

  @Test
  void whoIsKnownAlreadyChangesNothingByComingBack() {
    Person lisa = People.withBoth();
    identifiers(lisa);

    identifiers(lisa);

    announced(lisa.emailRef(), 1);
    assertThat(links(lisa.emailRef())).hasSize(1);
  }

  static Stream<Map<String, ?>> claimsThatVerifyNothing() {
    return Stream.of(
        Map.of(),
        Map.of("email", "asa@example.org"),
        Map.of("email", "asa@example.org", "email_verified", false),
        Map.of("email", "asa@example.org", "email_verified", "true"),
        Map.of("email", "asa@example.org", "email_verified", 1),
        Map.of("email", "asa@example.org", "email_verified", List.of(true)),
        Map.of("email", "no address", "email_verified", true),
        Map.of("email", List.of("asa@example.org"), "email_verified", true),
        Map.of("email_verified", true),
        Map.of("national_number", "199005129804"),
        Map.of("national_number", ""),
        Map.of("national_number", 199005129805L),
        Map.of("national_number", List.of("199005129805")),
        Map.of("national-number", "199005129805"),
        Map.of("preferred_username", "199005129805"));
  }

  @ParameterizedTest
  @MethodSource("claimsThatVerifyNothing")
  @Tag("LRN-1")
  void whatTheIdentityProviderDidNotVerifyIsNobodys(Map<String, ?> claims) {
    String token = Tokens.learner(UUID.randomUUID(), claims);

    Response answer = given().auth().oauth2(token).get("/portfolio/identifiers");

    answer.then().statusCode(200).body("items.kind", equalTo(List.of("ACCOUNT")));
  }

  @Test
  void aNumberInAnySpellingIsTheSame() {
    Person lisa = People.withBoth();
    identifiers(lisa);
    String number = String.valueOf(lisa.nationalNumber());
    String spelled = number.substring(0, 8) + "-" + number.substring(8);

    String token = Tokens.learner(UUID.randomUUID(), Map.of("national_number", spelled));

    given().auth().oauth2(token).get("/portfolio/identifiers").then().body("items", hasSize(4));
  }

  @Test
  @Tag("STK-5")
  void twoWhoTurnOutToBeOneAreTheOlderOfThem() {
    Person byAddress = People.withAnAddress();
    Person byNumber = new Person(UUID.randomUUID(), null, People.aNumber());
    identifiers(byAddress);
    identifiers(byNumber);
    UUID older = announced(account(byAddress), 1);

    Person both = new Person(byNumber.subject(), byAddress.email(), byNumber.nationalNumber());
    identifiers(both).then().body("items", hasSize(4));

    assertThat(announced(both.numberRef(), 2)).isEqualTo(older);
    assertThat(announced(account(byNumber), 2)).isEqualTo(older);
    assertThat(links(byAddress.emailRef())).as("stays as it was").hasSize(1);
    identifiers(byAddress).then().body("items", hasSize(4));
  }

  @Test
  @Tag("LRN-1")
  void anAddressThatCameToSomebodyWithAnotherNumberStaysWhereItWasVerifiedFirst() {
    Person first = People.withBoth();
    identifiers(first);
    Person next = new Person(UUID.randomUUID(), first.email(), People.aNumber());

    identifiers(next).then().body("items.kind", containsInAnyOrder("ACCOUNT", "NATIONAL_NUMBER"));

    identifiers(first).then().body("items", hasSize(3));
    assertThat(announced(account(next), 1)).isNotEqualTo(announced(account(first), 1));
  }

  @Test
  @Tag("STK-5")
  void whatWasUnlinkedStaysUnlinkedUntilItIsAskedForAgain() {
    Person lisa = People.withBoth();
    identifiers(lisa);
    UUID learner = announced(lisa.emailRef(), 1);

    unlink(lisa, lisa.emailRef()).then().statusCode(204);

    identifiers(lisa).then().body("items.kind", containsInAnyOrder("ACCOUNT", "NATIONAL_NUMBER"));
    given()
        .auth()
        .oauth2(lisa.token())
        .post("/portfolio/identifiers")
        .then()
        .body("items", hasSize(3));
    announced(lisa.emailRef(), 3);
    assertThat(links(lisa.emailRef()).getLast().history())
        .extracting(LearnerSince::learnerId)
        .containsExactly(learner, null, learner);
  }

  @Test
  void anothersIdentifierAndNoneAtAllAreToldApartByNothing() {
    Person lisa = People.withBoth();
    Person lars = People.withAnAddress();
    identifiers(lisa);

    Response anothers = unlink(lars, lisa.emailRef());
    Response none = unlink(lars, "1.nobodys-reference-of-all");

    assertThat(anothers.statusCode()).isEqualTo(404);
    assertThat(anothers.<String>path("detail")).isEqualTo(none.path("detail"));
    identifiers(lisa).then().body("items", hasSize(3));
  }

  @Test
  void theAccountItselfCannotBeUnlinked() {
    Person lena = People.withNothing();

    unlink(lena, account(lena))
        .then()
        .statusCode(409)
        .body("type", equalTo("https://mikromerit.org/problems/identifier-must-stay"));
  }

  @Test
  @Tag("LRN-1")
  void aClaimMakesWhatWasIssuedToNobodyTheClaimants() {
    Person lena = People.withNothing();
    String claimed = "c." + "k".repeat(23) + UUID.randomUUID().toString().substring(0, 20);

    Deliveries.tell(claim(claimed, account(lena)), 2);

    UUID learner = announced(claimed, 1);
    assertThat(announced(account(lena), 1)).isEqualTo(learner);
    identifiers(lena).then().body("items.kind", containsInAnyOrder("ACCOUNT", "CLAIM"));
    unlink(lena, claimed).then().statusCode(409);
  }

  @Test
  @Tag("R2")
  void whoSignsInFromManyPlacesAtOnceIsOneLearner() throws Exception {
    Person lisa = People.withBoth();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          IntStream.range(0, 8)
              .mapToObj(_ -> threads.submit(() -> identifiers(lisa).statusCode()))
              .toList();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }

    announced(lisa.numberRef(), 1);
    assertThat(links(lisa.numberRef())).hasSize(1);
    assertThat(links(account(lisa))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"creator", "issuer", "registrar", "operator", "caseworker"})
  @Tag("S4")
  void nobodyButALearnerHasIdentifiers(String role) {
    given().auth().oauth2(Tokens.of(role)).get("/portfolio/identifiers").then().statusCode(403);
  }

  private static Response identifiers(Person person) {
    Response answer = given().auth().oauth2(person.token()).get("/portfolio/identifiers");
    answer.then().statusCode(200);
    return answer;
  }

  private static Response unlink(Person person, String ref) {
    return given().auth().oauth2(person.token()).delete("/portfolio/identifiers/{ref}", ref);
  }

  private static String account(Person person) {
    return Pseudonyms.accountRef(person.subject().toString());
  }

  private static DeliveryClaimedV1 claim(String claimed, String account) {
    return new DeliveryClaimedV1(
        UUID.randomUUID(),
        UUID.randomUUID(),
        claimed,
        account,
        Instant.parse("2026-05-22T10:00:00Z"));
  }

  /** Whose the reference is by its so many-th announcement. */
  private static UUID announced(String ref, int version) {
    return Await.untilPresent(
            "announcement " + version,
            () ->
                links(ref).stream()
                    .filter(link -> link.history().size() == version)
                    .findFirst()
                    .orElse(null))
        .learner()
        .orElseThrow();
  }

  private static List<LearnerLinkChangedV1> links(String ref) {
    try (TopicProbe topics = new TopicProbe()) {
      return topics.read(Topic.LEARNER_LINK, LearnerLinkChangedV1.class).stream()
          .map(event -> event.data())
          .filter(link -> link.learnerRef().equals(ref))
          .toList();
    }
  }
}
