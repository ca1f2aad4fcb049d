package org.mikromerit.registry.portfolio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.registry.Deliveries;
import org.mikromerit.registry.Deliveries.Sent;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class PortfolioTest {
  private static final Instant REVOKED_AT = Instant.parse("2026-06-05T11:00:00Z");

  @Test
  @Tag("LRN-1")
  void aLearnerSeesWhatAnyIssuerIssuedToAnyOfTheirIdentifiersAndNothingElse() {
    Person lisa = People.withBoth();
    Person lars = People.withAnAddress();
    UUID vardskolan = Register.anAuthorisedOrganisation("Vårdskolan");
    UUID akademin = UUID.randomUUID();
    Sent toTheAddress =
        Deliveries.send(lisa.emailRef(), vardskolan, "Hygien i vård", "2026-05-20T00:00:00Z");
    Sent toTheNumber =
        Deliveries.send(lisa.numberRef(), akademin, "Bemötande", "2026-05-19T00:00:00Z");
    Deliveries.send(lars.emailRef(), vardskolan, "Inte Lisas", "2026-05-18T00:00:00Z");

    Response held = holding(lisa, 2);

    held.then()
        .body(
            "items.id",
            contains(toTheAddress.credential().toString(), toTheNumber.credential().toString()))
        .body("items.title", contains("Hygien i vård", "Bemötande"))
        .body("items.issuer.name", contains("Vårdskolan", "Skolan som den hette"))
        .body("items[0].awardedAt", equalTo("2026-05-20T00:00:00Z"))
        .body("items[0].kind", equalTo("MICRO_CREDENTIAL"))
        .body("items[0].level", equalTo("DEMONSTRATED"));
    holding(lars, 1).then().body("items.title", contains("Inte Lisas"));
    holding(People.withNothing(), 0).then().body("items", empty());
  }

  @Test
  @Tag("LRN-1")
  void whatCameBeforeItsLearnerFirstSignedInIsThereWhenTheyDo() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.numberRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    Await.until("it is kept", () -> isKept(sent));

    list(lisa).then().body("items.id", contains(sent.credential().toString()));
  }

  @Test
  void theDocumentIsTheOriginalByteForByte() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien ®🎓", "2026-05-20T00:00:00Z");
    holding(lisa, 1);

    Response download = download(lisa, sent.credential());

    download
        .then()
        .statusCode(200)
        .contentType("application/vc")
        .header("Cache-Control", "no-store");
    assertThat(download.asByteArray()).isEqualTo(sent.bytes());
  }

  @Test
  void theDetailsSayWhatTheDocumentSays() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    holding(lisa, 1);

    details(lisa, sent.credential())
        .then()
        .statusCode(200)
        .body("holderName", equalTo(Deliveries.HOLDER))
        .body("definitionVersion", equalTo("3"))
        .body("digest", equalTo(sent.digest()))
        .body("source", equalTo("DELIVERED"));
  }

  @Test
  @Tag("LRN-1")
  @Tag("S4")
  void anothersCredentialIsToldApartFromNoneByNothing() {
    Person lisa = People.withBoth();
    Person lars = People.withAnAddress();
    Sent lisas =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    holding(lisa, 1);

    for (Response answer :
        List.of(download(lars, lisas.credential()), details(lars, lisas.credential()))) {
      answer.then().statusCode(404);
      assertThat(answer.<String>path("detail"))
          .isEqualTo(download(lars, UUID.randomUUID()).path("detail"));
    }
  }

  @Test
  @Tag("LRN-1")
  void whatWasIssuedToAnIdentifierGoesAndComesWithIt() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    holding(lisa, 1);

    given()
        .auth()
        .oauth2(lisa.token())
        .delete("/portfolio/identifiers/{ref}", lisa.emailRef())
        .then()
        .statusCode(204);

    list(lisa).then().body("items", empty());
    download(lisa, sent.credential()).then().statusCode(404);
    given().auth().oauth2(lisa.token()).post("/portfolio/identifiers").then().statusCode(200);
    list(lisa).then().body("items", hasSize(1));
  }

  @Test
  void aCredentialOfWhichTheRegisterKnowsNothingIsUndecided() {
    Person lisa = People.withBoth();
    Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");

    holding(lisa, 1).then().body("items[0].status.state", equalTo("UNDECIDED"));
  }

  @Test
  void aRevokedCredentialSaysSoWithItsReason() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    Deliveries.tell(issue(sent, sent.digest()), 1);
    Await.untilAsserted(
        "it is registered",
        () -> list(lisa).then().body("items[0].status.state", equalTo("STANDING")));

    Deliveries.tell(revocation(sent), 2);

    Await.untilAsserted(
        "it is revoked",
        () ->
            list(lisa)
                .then()
                .body("items[0].status.state", equalTo("REVOKED"))
                .body("items[0].status.reason", equalTo("integrity-finding"))
                .body("items[0].status.since", equalTo(REVOKED_AT.toString())));
    download(lisa, sent.credential()).then().statusCode(200);
  }

  @Test
  void aLearnerSeesHowThePartsOfAnAwardStandByNow() {
    Person lisa = People.withBoth();
    Sent part =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    Deliveries.tell(issue(part, part.digest()), 1);
    Sent award = awardFor(lisa, part);
    Deliveries.tell(award.event(), 1);
    holding(lisa, 2);
    Await.untilAsserted(
        "the part is registered",
        () ->
            details(lisa, award.credential())
                .then()
                .body("parts.title", contains("Hygien"))
                .body("parts.status.state", contains("STANDING")));

    Deliveries.tell(revocation(part), 2);

    Await.untilAsserted(
        "the part is revoked",
        () ->
            details(lisa, award.credential())
                .then()
                .body("parts.status.state", contains("REVOKED")));
  }

  private static Sent awardFor(Person person, Sent part) {
    Sent award =
        Deliveries.a(person.emailRef(), UUID.randomUUID(), "Vårdbas", "2026-05-21T00:00:00Z");
    String evidence =
        "{\"evidence\":[{\"id\":\"urn:uuid:%s\",\"type\":[\"Evidence\",\"AwardPart\"],\"name\":\"Hygien\"}],"
            .formatted(part.credential());
    return new Sent(
        award.credential(),
        award.issuer(),
        award.learnerRef(),
        evidence + award.document().strip().substring(1));
  }

  @Test
  @Tag("PRV-12")
  void aLearnerIsToldWhyACredentialIsSuspendedAndWhereToObjectUntilItIsReinstated() {
    Person lisa = People.withBoth();
    UUID vardskolan = Register.anAuthorisedOrganisation("Vårdskolan");
    Sent sent = Deliveries.send(lisa.emailRef(), vardskolan, "Hygien", "2026-05-20T00:00:00Z");
    holding(lisa, 1);
    var suspended =
        new StatusSince(CredentialStatus.SUSPENDED, StatusReason.UNDER_INVESTIGATION, REVOKED_AT);
    var reinstated = new StatusSince(CredentialStatus.VALID, StatusReason.CLEARED, REVOKED_AT);

    Deliveries.tell(changed(sent, suspended), 2);

    Await.untilAsserted(
        "it is suspended",
        () ->
            list(lisa)
                .then()
                .body("items[0].status.state", equalTo("SUSPENDED"))
                .body("items[0].status.reason", equalTo("under-investigation"))
                .body("items[0].status.since", equalTo(REVOKED_AT.toString()))
                .body("items[0].appealTo", equalTo("https://vardskolan.example/kontakt")));
    details(lisa, sent.credential())
        .then()
        .body("appealTo", equalTo("https://vardskolan.example/kontakt"));

    Deliveries.tell(changed(sent, suspended, reinstated), 3);

    Await.untilAsserted(
        "it stands",
        () ->
            list(lisa)
                .then()
                .body("items[0].status.reason", nullValue())
                .body("items[0].appealTo", nullValue()));
  }

  @Test
  void aLongListComesInPagesTheLastAwardedFirst() {
    Person lisa = People.withBoth();
    List<String> sent = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      // Two on one day: a page may end between them.
      String awarded = "2026-05-0%dT00:00:00Z".formatted(day / 2 + 1);
      sent.add(
          Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Dag " + day, awarded)
              .credential()
              .toString());
    }
    holding(lisa, 5);

    List<String> ids = new ArrayList<>();
    List<String> awarded = new ArrayList<>();
    String after = "";
    do {
      Response page =
          given()
              .auth()
              .oauth2(lisa.token())
              .queryParam("limit", 2)
              .queryParam("after", after)
              .get("/portfolio");
      ids.addAll(page.then().statusCode(200).extract().path("items.id"));
      awarded.addAll(page.path("items.awardedAt"));
      after = page.path("next");
    } while (after != null);

    assertThat(ids).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(awarded).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }

  @Test
  void aCursorThatNobodyGaveIsRefused() {
    given()
        .auth()
        .oauth2(People.withNothing().token())
        .queryParam("after", "bm8gY3Vyc29y")
        .get("/portfolio")
        .then()
        .statusCode(400)
        .body("field", equalTo("after"));
  }

  static Stream<Arguments> whatIsNotADelivery() {
    Sent sent = a();
    DeliveryMadeV1 sound = sent.event();
    byte[] other = sent.document().replace("Hygien", "Hygiel").getBytes(StandardCharsets.UTF_8);
    String[] parts = sound.document().split("\\.", -1);
    String bent =
        parts[0]
            + ".."
            + parts[2]
            + "."
            + parts[3].replaceFirst("^.", parts[3].startsWith("A") ? "B" : "A")
            + "."
            + parts[4];
    return Stream.of(
        Arguments.of(
            "another document than announced",
            a(),
            Deliveries.jwe(Deliveries.KEY_ID, Deliveries.KEY, other)),
        Arguments.of("a changed text", a(), bent),
        Arguments.of(
            "another key", a(), Deliveries.jwe(Deliveries.KEY_ID, new byte[32], sent.bytes())),
        Arguments.of(
            "another key's name inside",
            a(),
            Deliveries.jwe("another", Deliveries.KEY, sent.bytes())));
  }

  private static Sent a() {
    return Deliveries.a(
        "1.somebody-" + UUID.randomUUID(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsNotADelivery")
  @Tag("R4")
  void whatIsNotWhatWasAnnouncedIsSetAside(String what, Sent sent, String document) {
    Deliveries.tell(with(sent, Deliveries.KEY_ID, document, sent.digest()), 1);

    Await.until("it is parked", () -> isParked(sent));
    assertThat(isKept(sent)).isFalse();
  }

  @Test
  void aCompressedDeliveryIsSetAside() {
    Sent sent = a();
    String compressed = Deliveries.compressed(Deliveries.KEY_ID, Deliveries.KEY, sent.bytes());

    Deliveries.tell(with(sent, Deliveries.KEY_ID, compressed, sent.digest()), 1);

    Await.until("it is parked", () -> isParked(sent));
  }

  @Test
  void aDocumentOfAnotherCredentialIsSetAside() {
    Sent sent = a();
    Sent other = a();
    String document = Deliveries.jwe(Deliveries.KEY_ID, Deliveries.KEY, other.bytes());

    Deliveries.tell(with(sent, Deliveries.KEY_ID, document, other.digest()), 1);

    Await.until("it is parked", () -> isParked(sent));
  }

  @Test
  void whatIsNoCredentialIsSetAside() {
    Sent sent = a();
    byte[] text =
        "{\"id\":\"urn:uuid:%s\"}".formatted(sent.credential()).getBytes(StandardCharsets.UTF_8);
    String document = Deliveries.jwe(Deliveries.KEY_ID, Deliveries.KEY, text);

    Deliveries.tell(with(sent, Deliveries.KEY_ID, document, Deliveries.sha256(text)), 1);

    Await.until("it is parked", () -> isParked(sent));
  }

  @Test
  void aDocumentThatTheRegisterKnowsOtherwiseIsSetAside() {
    Sent sent = a();
    Deliveries.tell(issue(sent, "0".repeat(64)), 1);
    Await.untilAsserted(
        "it is registered",
        () ->
            given()
                .queryParam("credential", sent.credential())
                .get("/ledger")
                .then()
                .body("items", hasSize(1)));

    Deliveries.tell(sent.event(), 1);

    Await.until("it is parked", () -> isParked(sent));
  }

  @Test
  @Tag("R4")
  void aDeliveryUnderAKeyThatIsNotHereYetWaitsAndSaysWhy() {
    Sent sent = a();
    byte[] next = "the next delivery key, 32 bytes.".getBytes(StandardCharsets.UTF_8);

    Deliveries.tell(
        with(sent, "next", Deliveries.jwe("next", next, sent.bytes()), sent.digest()), 1);

    Await.until("it is parked", () -> isParked(sent));
    assertThat(causeOf(sent)).contains("not known here yet");
  }

  @Test
  void atRestNoPersonCanBeReadAndWithoutItsKeyNothingCan() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    holding(lisa, 1);
    assertThat(rows("portfolio_entry", sent) + rows("portfolio_body", sent))
        .doesNotContain("Kanarief");
    assertThat(ciphertext(sent)).doesNotContain(Deliveries.HOLDER);

    Register.database()
        .useHandle(
            sql -> sql.execute("delete from learner_key where learner_ref = ?", sent.learnerRef()));

    download(lisa, sent.credential())
        .then()
        .statusCode(410)
        .body("type", equalTo("https://mikromerit.org/problems/erased"));
    details(lisa, sent.credential()).then().statusCode(410);
    holding(lisa, 1);
  }

  private static Response holding(Person person, int count) {
    Await.untilAsserted(
        count + " credentials",
        () -> list(person).then().statusCode(200).body("items", hasSize(count)));
    return list(person);
  }

  private static Response list(Person person) {
    return given().auth().oauth2(person.token()).get("/portfolio");
  }

  private static Response download(Person person, UUID credential) {
    return given().auth().oauth2(person.token()).get("/portfolio/{id}", credential);
  }

  private static Response details(Person person, UUID credential) {
    return given().auth().oauth2(person.token()).get("/portfolio/{id}/details", credential);
  }

  private static DeliveryMadeV1 with(Sent sent, String keyId, String document, String digest) {
    return new DeliveryMadeV1(
        sent.credential(),
        sent.issuer(),
        sent.learnerRef(),
        digest,
        keyId,
        document,
        Deliveries.MADE_AT,
        null);
  }

  private static CredentialIssuedV1 issue(Sent sent, String digest) {
    return new CredentialIssuedV1(
        sent.credential(),
        sent.issuer(),
        UUID.randomUUID(),
        3,
        sent.learnerRef(),
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        UUID.randomUUID(),
        digest,
        Instant.parse("2026-05-20T00:00:00Z"),
        Deliveries.MADE_AT,
        UUID.randomUUID(),
        17,
        null,
        null);
  }

  private static CredentialStatusChangedV1 revocation(Sent sent) {
    return changed(
        sent,
        new StatusSince(CredentialStatus.REVOKED, StatusReason.INTEGRITY_FINDING, REVOKED_AT));
  }

  private static CredentialStatusChangedV1 changed(Sent sent, StatusSince... changes) {
    var history = new ArrayList<StatusSince>();
    history.add(new StatusSince(CredentialStatus.VALID, null, Deliveries.MADE_AT));
    history.addAll(List.of(changes));
    StatusSince now = history.getLast();
    return new CredentialStatusChangedV1(
        sent.credential(), sent.issuer(), now.status(), now.reason(), now.from(), history);
  }

  private static boolean isKept(Sent sent) {
    return !rows("portfolio_entry", sent).isEmpty();
  }

  private static boolean isParked(Sent sent) {
    return !causeOf(sent).isEmpty();
  }

  private static String causeOf(Sent sent) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select cause from parked where key = :key")
                    .bind("key", sent.learnerRef())
                    .mapTo(String.class)
                    .findFirst()
                    .orElse(""));
  }

  private static String rows(String table, Sent sent) {
    return Register.database()
        .withHandle(
            sql ->
                String.join(
                    "\n",
                    sql.createQuery(
                            "select t::text from " + table + " t where credential = :credential")
                        .bind("credential", sent.credential())
                        .mapTo(String.class)
                        .list()));
  }

  private static String ciphertext(Sent sent) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select sealed from portfolio_body where credential = :credential")
                    .bind("credential", sent.credential())
                    .map((row, _) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                    .one());
  }
}
