package org.mikromerit.registry.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.registry.Deliveries;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.Register;
import org.mikromerit.registry.SignedDeliveries;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class SharingTest {
  private static final String NAME = "/credentialSubject/identifier/0";
  private static final String RESULT = "/credentialSubject/result";
  private static final String DESCRIPTION = "/credentialSubject/achievement/description";

  @Test
  void aLearnerIsToldWhatOfACredentialTheyCanKeepBack() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);

    Response choices = as(lisa).get("/portfolio/{id}/choices", credential);

    choices
        .then()
        .statusCode(200)
        .body("inParts", equalTo(true))
        .body("choices", hasItem(NAME))
        .body("choices", hasItem(RESULT));
  }

  @Test
  @Tag("CTRL-2")
  void whoHasTheLinkSeesWhatWasChosenUnderTheIssuersSignatureAndNothingElse() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    String token = shared(lisa, part(credential, DESCRIPTION));

    Response seen = view(token);

    seen.then()
        .statusCode(200)
        .body("documents.mediaType", equalTo(List.of("application/vc+sd-jwt")));
    String said = said(seen.path("documents[0].document"));
    assertThat(said)
        .contains("Basic hygiene routines")
        .doesNotContain("Kanarief", "Passed with distinction");
  }

  @Test
  @Tag("CTRL-2")
  void whatNothingWasChosenOfShowsOnlyWhatMustBeShown() {
    Person lisa = People.withAnAddress();
    String token = shared(lisa, part(holds(lisa)));

    Response seen = view(token);

    assertThat(said(seen.path("documents[0].document")))
        .contains("Hygiene in care")
        .doesNotContain("Kanarief", "Passed with distinction", "Basic hygiene");
  }

  @Test
  @Tag("CTRL-2")
  void whatWasBroughtAlongIsNeverShownWithoutWhomItWasIssuedTo() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    byte[] archive = as(lisa).get("/portfolio/export").asByteArray();
    Person lars = People.withAnAddress();
    as(lars)
        .contentType("application/zip")
        .body(archive)
        .post("/portfolio/imports")
        .then()
        .body("imported", equalTo(1));

    as(lars)
        .get("/portfolio/{id}/choices", credential)
        .then()
        .body("inParts", equalTo(true))
        .body("choices", hasItem(RESULT))
        .body("choices", not(hasItem(NAME)));
    String token = shared(lars, part(credential));
    assertThat(said(view(token).path("documents[0].document")))
        .contains("Kanarief")
        .doesNotContain("Passed with distinction");
  }

  @Test
  void whatItsIssuerSignedInOnePieceIsShownWholeOrNotAtAll() {
    Person lisa = People.withAnAddress();
    var sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    awaitHeld(lisa, sent.credential());

    as(lisa)
        .get("/portfolio/{id}/choices", sent.credential())
        .then()
        .body("inParts", equalTo(false))
        .body("choices", empty());
    share(lisa, order(part(sent.credential(), NAME)))
        .then()
        .statusCode(409)
        .body("type", endsWith("/whole-only"));
    String token = shared(lisa, Map.of("id", sent.credential()));
    assertThat(view(token).<String>path("documents[0].document")).isEqualTo(sent.document());
  }

  @Test
  @Tag("CTRL-2")
  void anSdJwtThatSaysAnotherThingThanTheDocumentIsNotShown() {
    Person lisa = People.withAnAddress();
    UUID credential = UUID.randomUUID();
    UUID school = UUID.randomUUID();
    SignedDeliveries.send(
        lisa.emailRef(),
        school,
        credential,
        SignedDeliveries.document(credential, school, "Hygiene in care"),
        SignedDeliveries.sdJwt(SignedDeliveries.document(credential, school, "Another thing")));
    awaitHeld(lisa, credential);

    Response choices = as(lisa).get("/portfolio/{id}/choices", credential);

    choices.then().body("inParts", equalTo(false)).body("choices", empty());
  }

  @Test
  @Tag("LRN-9")
  void aWithdrawnLinkAnswersGoneAtOnce() {
    Person lisa = People.withAnAddress();
    Response made = share(lisa, order(part(holds(lisa), NAME)));
    String token = made.path("token");
    view(token).then().statusCode(200);

    as(lisa)
        .post("/shares/{id}/withdrawal", made.<String>path("id"))
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));

    view(token).then().statusCode(410).body("because", equalTo("WITHDRAWN"));
  }

  @Test
  void toWithdrawTwiceChangesNothing() {
    Person lisa = People.withAnAddress();
    String id = share(lisa, order(part(holds(lisa)))).path("id");
    String first = as(lisa).post("/shares/{id}/withdrawal", id).path("withdrawnAt");

    Response again = as(lisa).post("/shares/{id}/withdrawal", id);

    again.then().statusCode(200).body("withdrawnAt", equalTo(first));
  }

  @Test
  @Tag("LRN-9")
  void aLearnerSeesWhenWhatWasShownToWhomAndForWhat() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    Map<String, Object> order = order(part(credential, NAME, DESCRIPTION));
    order.put("recipient", "Vårdcentralen i Åmål");
    order.put("purpose", "Sommarjobb");
    view(share(lisa, order).path("token")).then().statusCode(200);

    Response disclosures = as(lisa).get("/shares/disclosures");

    disclosures
        .then()
        .body("items", hasSize(1))
        .body("items[0].recipient", equalTo("Vårdcentralen i Åmål"))
        .body("items[0].purpose", equalTo("Sommarjobb"))
        .body("items[0].credentials[0].id", equalTo(credential.toString()))
        .body("items[0].credentials[0].show", containsInAnyOrder(NAME, DESCRIPTION));
    assertThat(Instant.parse(disclosures.path("items[0].at")))
        .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(1));
  }

  @Test
  @Tag("CTRL-1")
  void eachViewIsNotedWithItsBasisAndPurpose() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    Response made = share(lisa, order(part(credential, NAME)));

    view(made.path("token")).then().statusCode(200);

    assertThat(disclosures(credential)).contains("CONSENT SHARE share:" + made.<String>path("id"));
  }

  @Test
  void whoSeesNothingLeavesNoNoteOfADisclosure() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    Map<String, Object> order = order(part(credential, NAME));
    order.put("pin", "271828");
    String token = share(lisa, order).path("token");

    view(token).then().statusCode(403);

    assertThat(disclosures(credential)).noneMatch(each -> each.contains("SHARE"));
    as(lisa).get("/shares/disclosures").then().body("items", empty());
  }

  @Test
  @Tag("CTRL-2")
  void aShareWithAPinTakesItAndEndsAfterFiveWrongOnes() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("pin", "271828");
    String token = share(lisa, order).path("token");
    view(token).then().statusCode(403).body("type", endsWith("/pin-needed"));
    view(token, "271828").then().statusCode(200);
    for (int left = 4; left > 0; left--) {
      view(token, "271829")
          .then()
          .statusCode(403)
          .body("type", endsWith("/wrong-pin"))
          .body("left", equalTo(left));
    }

    Response fifth = view(token, "åäö");

    fifth.then().statusCode(410).body("because", equalTo("LOCKED"));
    view(token, "271828").then().statusCode(410).body("because", equalTo("LOCKED"));
  }

  @Test
  @Tag("CTRL-2")
  void aLimitedShareIsSeenSoOftenAndNoMoreHoweverManyLookAtOnce() throws Exception {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("mostViews", 3);
    String token = share(lisa, order).path("token");

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int each = 0; each < 8; each++) {
        answers.add(many.submit(() -> view(token).statusCode()));
      }
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
    }

    assertThat(statuses).allMatch(each -> List.of(200, 410, 429).contains(each));
    long left = 3 - statuses.stream().filter(each -> each == 200).count();
    assertThat(left).isNotNegative();
    for (long each = 0; each < left; each++) {
      view(token).then().statusCode(200);
    }
    view(token).then().statusCode(410).body("because", equalTo("USED_UP"));
  }

  @Test
  void aLinkShowsSomethingSixtyTimesAMinuteAndSaysWhenAgain() {
    Person lisa = People.withAnAddress();
    Response made = share(lisa, order(part(holds(lisa), NAME)));
    wasSeen(made.path("id"), 60, Duration.ofSeconds(10));

    Response seen = view(made.path("token"));

    seen.then().statusCode(429).body("type", endsWith("/seen-too-often"));
    assertThat(Integer.parseInt(seen.header("Retry-After"))).isBetween(1, 51);
    as(lisa).get("/shares/{id}", made.<String>path("id")).then().body("views", equalTo(60));
  }

  @Test
  void aLinkShowsSomethingAgainAMinuteAfterItsSixtiethLastView() {
    Person lisa = People.withAnAddress();
    Response made = share(lisa, order(part(holds(lisa), NAME)));
    wasSeen(made.path("id"), 1, Duration.ofSeconds(61));
    wasSeen(made.path("id"), 59, Duration.ofSeconds(10));

    Response seen = view(made.path("token"));

    seen.then().statusCode(200);
  }

  @Test
  void nobodyWaitsForSomebodyElseWhoLooks() {
    Person lisa = People.withAnAddress();
    String token = shared(lisa, part(holds(lisa), NAME));

    Response seen =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  Register.database()
                      .useHandle(
                          sql ->
                              sql.execute(
                                  "select pg_advisory_xact_lock(1936220530, hashtext(encode(sha256(?::bytea), 'hex')))",
                                  token));
                  return view(token);
                });

    seen.then().statusCode(429).header("Retry-After", equalTo("2"));
    view(token).then().statusCode(200);
  }

  @Test
  void aRepeatedRequestMakesNoSecondLink() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("pin", "271828");
    String key = UUID.randomUUID().toString();
    Response first = share(lisa, order, key);
    first.then().statusCode(201);
    view(first.path("token"), "271828").then().statusCode(200);
    as(lisa).post("/shares/{id}/withdrawal", first.<String>path("id")).then().statusCode(200);

    Response again = share(lisa, order, key);

    again.then().statusCode(201).header("Cache-Control", equalTo("no-store"));
    assertThat(again.asString()).isEqualTo(first.asString());
    as(lisa).get("/shares").then().body("items", hasSize(1));
  }

  @Test
  void aKeyServesOneOrderAlone() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("pin", "271828");
    String key = UUID.randomUUID().toString();
    share(lisa, order, key).then().statusCode(201);
    order.put("pin", "314159");

    Response other = share(lisa, order, key);

    other.then().statusCode(409).body("type", endsWith("/idempotency-key-reused"));
    as(lisa).get("/shares").then().body("items", hasSize(1));
  }

  @Test
  void whatWasAnsweredUnderAKeyIsNotKeptTwice() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("recipient", "Kanariefågelns vårdcentral");
    order.put("pin", "271828");
    String key = UUID.randomUUID().toString();

    Response made = share(lisa, order, key);

    made.then().statusCode(201);
    List<String> kept =
        Register.database()
            .withHandle(
                sql ->
                    sql.createQuery("select body is null from idempotency where key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .list());
    assertThat(kept).containsExactly("t");
  }

  @Test
  void whoOnlyLooksWhereALimitedLinkLeadsUsesNoView() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("mostViews", 1);
    String token = share(lisa, order).path("token");

    Response glance = post(Map.of("token", token));

    glance.then().statusCode(403).body("type", endsWith("/takes-a-view")).body("left", equalTo(1));
    view(token).then().statusCode(200).body("viewsLeft", equalTo(0));
  }

  @Test
  void anExpiredShareIsGone() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("expiresAt", Instant.now().plusSeconds(2).toString());
    String token = share(lisa, order).path("token");

    Await.untilAsserted(
        "it has expired",
        () -> view(token).then().statusCode(410).body("because", equalTo("EXPIRED")));
  }

  @Test
  @Tag("LRN-1")
  void whatALearnerUnlinkedTheyShowNoMore() {
    Person lisa = People.withBoth();
    String token = shared(lisa, part(holds(lisa), NAME));
    view(token).then().statusCode(200);

    as(lisa).delete("/portfolio/identifiers/{ref}", lisa.emailRef()).then().statusCode(204);

    view(token).then().statusCode(410);
  }

  @Test
  void withItsKeyGoneAShareShowsNothingAndItsWordsAreGoneToo() {
    Person lisa = People.withAnAddress();
    Map<String, Object> order = order(part(holds(lisa), NAME));
    order.put("recipient", "Kanariefågelns vårdcentral");
    Response made = share(lisa, order);
    String row =
        Register.database()
            .withHandle(
                sql ->
                    sql.createQuery("select s::text from share s where id = cast(:id as uuid)")
                        .bind("id", made.<String>path("id"))
                        .mapTo(String.class)
                        .one());
    assertThat(row).doesNotContain("Kanarief", made.<String>path("token"));

    Register.database()
        .useHandle(
            sql ->
                sql.execute(
                    "delete from learner_key where learner_ref in (select learner_ref from share where id = ?::uuid)",
                    made.<String>path("id")));

    view(made.path("token")).then().statusCode(410);
    as(lisa).get("/shares").then().statusCode(200).body("items", empty());
  }

  @Test
  @Tag("LRN-1")
  @Tag("S4")
  void nobodySharesReadsOrWithdrawsWhatIsAnothers() {
    Person lisa = People.withAnAddress();
    Person lars = People.withAnAddress();
    UUID lisas = holds(lisa);
    String id = share(lisa, order(part(lisas, NAME))).path("id");

    share(lars, order(part(lisas, NAME)))
        .then()
        .statusCode(404)
        .body("field", equalTo("/credentials/0/id"));
    as(lars).get("/portfolio/{id}/choices", lisas).then().statusCode(404);
    as(lars).get("/shares/{id}", id).then().statusCode(404);
    as(lars).post("/shares/{id}/withdrawal", id).then().statusCode(404);
    as(lars).get("/shares").then().body("items", empty());
    as(lars).get("/shares/disclosures").then().body("items", empty());
    as(lisa).get("/shares/{id}", id).then().body("state", equalTo("OPEN"));
  }

  @Test
  void aPreviewShowsWhatALinkWouldAndMakesNone() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);

    Response preview = send(lisa, "/shares/preview", order(part(credential, DESCRIPTION)));

    preview.then().statusCode(200);
    assertThat(said(preview.path("documents[0].document")))
        .contains("Basic hygiene routines")
        .doesNotContain("Kanarief");
    as(lisa).get("/shares").then().body("items", empty());
    assertThat(disclosures(credential)).noneMatch(each -> each.contains("SHARE"));
  }

  @Test
  void sharesComeInPagesTheNewestFirst() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    List<String> made = new ArrayList<>();
    for (int each = 0; each < 3; each++) {
      made.addFirst(share(lisa, order(part(credential))).path("id"));
    }

    Response first = as(lisa).queryParam("limit", 2).get("/shares");

    first.then().body("items.id", equalTo(made.subList(0, 2)));
    as(lisa)
        .queryParam("limit", 2)
        .queryParam("after", first.<String>path("next"))
        .get("/shares")
        .then()
        .body("items.id", equalTo(made.subList(2, 3)));
  }

  @Test
  void whatWasErasedShortensNoPage() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    String oldest = share(lisa, order(part(credential))).path("id");
    Response second = share(lisa, order(part(credential)));
    view(second.path("token")).then().statusCode(200);
    String ref = account(oldest);
    byte[] key = keyTakenFrom(ref);
    for (int each = 0; each < 3; each++) {
      view(share(lisa, order(part(credential))).path("token")).then().statusCode(200);
    }
    var _ = keyTakenFrom(ref);
    giveKey(ref, key);
    Response newest = share(lisa, order(part(credential)));
    view(newest.path("token")).then().statusCode(200);

    Response first = as(lisa).queryParam("limit", 2).get("/shares");

    first.then().body("items.id", equalTo(List.of(newest.path("id"), second.path("id"))));
    as(lisa)
        .queryParam("limit", 2)
        .queryParam("after", first.<String>path("next"))
        .get("/shares")
        .then()
        .body("items.id", equalTo(List.of(oldest)))
        .body("next", nullValue());
    as(lisa)
        .queryParam("limit", 2)
        .get("/shares/disclosures")
        .then()
        .body("items.share", equalTo(List.of(newest.path("id"), second.path("id"))))
        .body("next", nullValue());
  }

  @Test
  @Tag("LRN-9")
  void aDisclosureTellsWhatWasShownThatTime() {
    Person lisa = People.withBoth();
    UUID kept = holds(lisa, lisa.numberRef());
    UUID unlinked = holds(lisa);
    String token =
        share(lisa, order(List.of(part(kept, NAME), part(unlinked, NAME)))).path("token");
    view(token).then().body("documents", hasSize(2));
    as(lisa).delete("/portfolio/identifiers/{ref}", lisa.emailRef()).then().statusCode(204);
    view(token).then().body("documents", hasSize(1));

    Response disclosures = as(lisa).get("/shares/disclosures");

    disclosures
        .then()
        .body("items[0].credentials.id", equalTo(List.of(kept.toString())))
        .body("items[1].credentials.id", equalTo(List.of(kept.toString(), unlinked.toString())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "Zt0m8Qy5oVJcX2h1sWnD7rGfLk4uEaP9",
        "' or true --                    ",
        "%25%25%25%25%25%25%25%25%25%25%2"
      })
  void noOtherTokenOpensAnything(String token) {
    post(Map.of("token", token, "counted", true)).then().statusCode(404);
  }

  @Test
  void whatCannotBeUsedIsNamedAndNothingIsMade() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);
    Map<String, Object> wrong = order(part(credential, NAME));
    wrong.put("expiresAt", Instant.now().plus(Duration.ofDays(400)).toString());
    wrong.put("pin", "12a");
    wrong.put("mostViews", 0);
    wrong.put("recipient", "x".repeat(201));
    wrong.put("purpose", "two\u0000lines");

    Response answer = share(lisa, wrong);

    answer
        .then()
        .statusCode(400)
        .body(
            "errors.field",
            containsInAnyOrder("/expiresAt", "/pin", "/mostViews", "/recipient", "/purpose"));
    as(lisa).get("/shares").then().body("items", empty());
  }

  @Test
  void aPartThatIsNotThereCannotBeChosen() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);

    Response answer = share(lisa, order(part(credential, NAME, "/credentialStatus")));

    answer
        .then()
        .statusCode(422)
        .body("type", endsWith("/no-such-choice"))
        .body("field", equalTo("/credentials/0/show/1"));
  }

  @Test
  void aShareIsOfOneToTwentyCredentialsEachOnce() {
    Person lisa = People.withAnAddress();
    UUID credential = holds(lisa);

    share(lisa, order(List.of())).then().statusCode(400).body("field", equalTo("/credentials"));
    share(lisa, order(List.of(part(credential), part(credential))))
        .then()
        .statusCode(400)
        .body("field", equalTo("/credentials/1/id"));
  }

  @Test
  void withoutAnAccountNothingIsSharedOrListed() {
    given().contentType("application/json").body("{}").post("/shares").then().statusCode(401);
    given().get("/shares").then().statusCode(401);
    given().get("/shares/disclosures").then().statusCode(401);
  }

  /** As if somebody had looked so often, that long ago. */
  private static void wasSeen(String share, int times, Duration ago) {
    Register.database()
        .useHandle(
            sql ->
                sql.createUpdate(
                        """
                        insert into share_view (share, number, at)
                        select cast(:share as uuid), seen + generate_series(1, :times), :at
                          from (select count(*)::int as seen from share_view
                                 where share = cast(:share as uuid)) before
                        """)
                    .bind("share", share)
                    .bind("times", times)
                    .bind("at", Instant.now().minus(ago))
                    .execute());
  }

  /** The reference that made a share. */
  private static String account(String share) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select learner_ref from share where id = cast(:id as uuid)")
                    .bind("id", share)
                    .mapTo(String.class)
                    .one());
  }

  /** Erases what is sealed under it, unless it is given back. */
  private static byte[] keyTakenFrom(String ref) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery(
                        "delete from learner_key where learner_ref = :ref returning wrapped_key")
                    .bind("ref", ref)
                    .mapTo(byte[].class)
                    .one());
  }

  private static void giveKey(String ref, byte[] key) {
    Register.database()
        .useHandle(
            sql ->
                sql.createUpdate(
                        "insert into learner_key (learner_ref, wrapped_key, made_at) values (:ref, :key, now())")
                    .bind("ref", ref)
                    .bind("key", key)
                    .execute());
  }

  private static UUID holds(Person person) {
    return holds(person, person.emailRef());
  }

  private static UUID holds(Person person, String ref) {
    UUID credential = SignedDeliveries.send(ref, UUID.randomUUID());
    awaitHeld(person, credential);
    return credential;
  }

  private static void awaitHeld(Person person, UUID credential) {
    Await.untilAsserted(
        "it is held",
        () -> as(person).get("/portfolio").then().body("items.id", hasItem(credential.toString())));
  }

  private static Map<String, Object> part(UUID credential, String... pointers) {
    return Map.of("id", credential, "show", List.of(pointers));
  }

  private static Map<String, Object> order(Map<String, Object> part) {
    return order(List.of(part));
  }

  private static Map<String, Object> order(List<Map<String, Object>> parts) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("credentials", parts);
    order.put(
        "expiresAt",
        Instant.now().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS).toString());
    return order;
  }

  private static String shared(Person person, Map<String, Object> part) {
    Response made = share(person, order(part));
    made.then().statusCode(201);
    return made.path("token");
  }

  private static Response share(Person person, Map<String, Object> order) {
    return send(person, "/shares", order);
  }

  private static Response share(Person person, Map<String, Object> order, String key) {
    return as(person)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(order)
        .post("/shares");
  }

  private static Response send(Person person, String path, Map<String, Object> order) {
    return as(person).contentType("application/json").body(order).post(path);
  }

  private static io.restassured.specification.RequestSpecification as(Person person) {
    return given().auth().oauth2(person.token());
  }

  private static Response view(String token) {
    return post(Map.of("token", token, "counted", true));
  }

  private static Response view(String token, String pin) {
    return post(Map.of("token", token, "pin", pin, "counted", true));
  }

  private static Response post(Map<String, Object> link) {
    return given().contentType("application/json").body(link).post("/shared");
  }

  /** Everything that an SD-JWT says to whoever reads it. */
  private static String said(String sdJwt) {
    String signed = sdJwt.split("~", -1)[0].split("\\.", -1)[1];
    return decoded(signed)
        + Arrays.stream(sdJwt.split("~", -1))
            .skip(1)
            .map(SharingTest::decoded)
            .collect(Collectors.joining());
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static List<String> disclosures(UUID credential) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery(
                        """
                        select basis || ' ' || purpose || ' ' || recipient from disclosure
                         where subject_type = 'credential' and subject = :id order by at
                        """)
                    .bind("id", credential.toString())
                    .mapTo(String.class)
                    .list());
  }
}
