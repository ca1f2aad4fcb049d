package org.mikromerit.registry.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.statuslist.StatusPurpose;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class PublicationTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final Instant FAR_AWAY = Instant.parse("2999-01-01T00:00:00Z");
  // White space, member order and escapes as no JSON library would write them: the bytes are the
  // signature's.
  private static final String TOKEN = "eyJh.eyJz%d.c2ln";
  private static final String SIGNED_LIST =
      "{ \"type\":[\"VerifiableCredential\" ,\"BitstringStatusListCredential\"],\n\t\"name\":\"Åäö \\u00e5 ®🎓\",\"version\":%d }\n";

  @Test
  void aDidDocumentIsThereOnceThereIsAKey() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    var before = given().get("/organisations/{id}/did.json", organisation);
    OrganisationKeyChangedV1 key = aKeyOf(organisation);

    tell(key, 1);

    before.then().statusCode(404).contentType("application/problem+json");
    Await.untilAsserted(
        "the DID document",
        () ->
            given()
                .get("/organisations/{id}/did.json", organisation)
                .then()
                .statusCode(200)
                .contentType("application/did+json")
                .header("Cache-Control", containsString("max-age=10"))
                .body("id", equalTo(Register.didOf(organisation)))
                .body("verificationMethod", hasSize(1))
                .body("verificationMethod[0].id", equalTo(key.verificationMethod()))
                .body("verificationMethod[0].type", equalTo("Multikey"))
                .body("verificationMethod[0].controller", equalTo(Register.didOf(organisation)))
                .body("verificationMethod[0].publicKeyMultibase", equalTo(key.publicKeyMultibase()))
                .body("assertionMethod", contains(key.verificationMethod())));
  }

  @Test
  void keysOfEveryKindStandInTheDidDocument() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    var keys =
        List.of(
            aKeyOf(organisation),
            aKeyOf(organisation, KeyType.P256, KeyAlgorithm.P256),
            aKeyOf(organisation, KeyType.P384, KeyAlgorithm.P384));

    keys.forEach(key -> tell(key, 1));

    Await.untilAsserted(
        "the DID document",
        () ->
            given()
                .get("/organisations/{id}/did.json", organisation)
                .then()
                .statusCode(200)
                .body(
                    "verificationMethod.publicKeyMultibase",
                    containsInAnyOrder(
                        keys.stream()
                            .map(OrganisationKeyChangedV1::publicKeyMultibase)
                            .toArray(String[]::new)))
                .body("assertionMethod", hasSize(3)));
  }

  @Test
  void resolversMayAskForTheDidDocumentByAnyType() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    tell(aKeyOf(organisation), 1);
    Await.until(
        "the DID document",
        () -> given().get("/organisations/{id}/did.json", organisation).statusCode() == 200);

    for (String type : List.of("application/did+ld+json", "application/json", "*/*")) {
      given()
          .accept(type)
          .get("/organisations/{id}/did.json", organisation)
          .then()
          .statusCode(200)
          .contentType("application/did+json");
    }
  }

  @Test
  void whoWasNeverAuthorisedHasNoDidDocument() {
    UUID organisation = Register.anApplicant("Snabbkurs");
    tell(aKeyOf(organisation), 1);
    Await.until("the key is known", () -> keysKnownOf(organisation) == 1);

    given().get("/organisations/{id}/did.json", organisation).then().statusCode(404);

    Register.decide(organisation, "AUTHORISE", "Beslut").then().statusCode(200);
    given().get("/organisations/{id}/did.json", organisation).then().statusCode(200);
  }

  @Test
  void aReplacedKeyStaysAndARevokedOneNoLongerAsserts() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    OrganisationKeyChangedV1 replaced = aKeyOf(organisation);
    OrganisationKeyChangedV1 revoked = aKeyOf(organisation);

    tell(replaced, 1);
    tell(ended(replaced, NOW, null), 2);
    tell(revoked, 1);
    tell(ended(revoked, NOW, NOW), 2);

    Await.untilAsserted(
        "both keys, one asserting",
        () ->
            given()
                .get("/organisations/{id}/did.json", organisation)
                .then()
                .body("verificationMethod", hasSize(2))
                .body("assertionMethod", contains(replaced.verificationMethod())));
  }

  @Test
  void aKeyUnderAnotherOrganisationsDidIsSetAside() {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    UUID another = Register.anAuthorisedOrganisation("Snabbkurs");
    OrganisationKeyChangedV1 anothers = aKeyOf(another);
    OrganisationKeyChangedV1 stolen =
        new OrganisationKeyChangedV1(
            anothers.keyId(),
            organisation,
            anothers.verificationMethod(),
            anothers.publicKeyMultibase(),
            KeyAlgorithm.ED25519,
            NOW,
            null,
            null);

    tell(stolen, 1);

    Await.until("the key is parked", () -> parked(stolen.keyId()));
    given().get("/organisations/{id}/did.json", organisation).then().statusCode(404);
  }

  @Test
  void theTrustListShowsWhoIsAuthorisedAndNobodyElse() {
    UUID authorised = Register.anAuthorisedOrganisation("Vårdskolan i Åre ®🎓");
    UUID applicant = Register.anApplicant("Väntar");
    UUID refused = Register.anApplicant("Snabbkurs");
    Register.decide(refused, "REFUSE", "Nej");
    OrganisationKeyChangedV1 key = aKeyOf(authorised);
    tell(key, 1);
    Await.until("the key is known", () -> keysKnownOf(authorised) == 1);

    List<Map<String, Object>> trusted = trustList();

    assertThat(trusted)
        .extracting(each -> each.get("id"))
        .contains(authorised.toString())
        .doesNotContain(applicant.toString(), refused.toString());
    assertThat(trusted)
        .filteredOn(each -> authorised.toString().equals(each.get("id")))
        .singleElement()
        .satisfies(
            issuer ->
                assertThat(issuer)
                    .containsEntry("name", "Vårdskolan i Åre ®🎓")
                    .containsEntry("did", Register.didOf(authorised))
                    .containsKey("since")
                    .extractingByKey("keys")
                    .asString()
                    .contains(key.publicKeyMultibase()));
  }

  @Test
  void aStatusListIsServedByteForByte() {
    UUID list = UUID.randomUUID();

    publishList(list, 1, FAR_AWAY);

    awaitVersion(list, 1);
    var answer = given().get("/status-lists/{id}", list);
    answer
        .then()
        .contentType("application/vc")
        .header("Cache-Control", containsString("max-age=10"));
    assertThat(answer.asByteArray())
        .isEqualTo(SIGNED_LIST.formatted(1).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whoHasTheNewestVersionIsNotSentItAgain() {
    UUID list = UUID.randomUUID();
    publishList(list, 1, FAR_AWAY);
    awaitVersion(list, 1);
    String etag = given().get("/status-lists/{id}", list).header("ETag");

    var again = given().header("If-None-Match", etag).get("/status-lists/{id}", list);
    publishList(list, 2, FAR_AWAY);
    awaitVersion(list, 2);
    var afterTheNext = given().header("If-None-Match", etag).get("/status-lists/{id}", list);

    again.then().statusCode(304).header("ETag", equalTo(etag));
    assertThat(again.asByteArray()).isEmpty();
    afterTheNext.then().statusCode(200);
  }

  @Test
  void anOlderVersionOfAStatusListChangesNothing() {
    UUID list = UUID.randomUUID();
    UUID told = UUID.randomUUID();
    publishList(list, 3, FAR_AWAY);
    awaitVersion(list, 3);

    // Older by its own version, though its event is newer.
    publish(list, 2, 4, FAR_AWAY);
    // Older by its event.
    publish(list, 1, 1, FAR_AWAY);
    publish(list, 5, 5, FAR_AWAY);

    List<String> seen = new ArrayList<>();
    Await.until(
        "the newest",
        () -> {
          seen.add(given().get("/status-lists/{id}", list).header("ETag"));
          return "\"5\"".equals(seen.getLast());
        });
    assertThat(seen).isSubsetOf("\"3\"", "\"5\"");
    given().get("/status-lists/{id}", told).then().statusCode(404);
  }

  @Test
  void theSameListIsServedAsATokenByteForByte() {
    UUID list = UUID.randomUUID();

    publishList(list, 1, FAR_AWAY);

    awaitVersion(list, 1);
    for (String accepted : List.of("application/statuslist+jwt", "*/*", "application/vc")) {
      var answer = given().accept(accepted).get("/token-status-lists/{id}", list);
      answer
          .then()
          .statusCode(200)
          .contentType("application/statuslist+jwt")
          .header("Cache-Control", containsString("max-age=10"));
      assertThat(answer.asString()).isEqualTo(TOKEN.formatted(1));
    }
  }

  @Test
  void whoHasTheNewestTokenIsNotSentItAgain() {
    UUID list = UUID.randomUUID();
    publishList(list, 1, NOW.plusSeconds(1));
    awaitVersion(list, 1);
    String etag = given().get("/token-status-lists/{id}", list).header("ETag");

    var again = given().header("If-None-Match", etag).get("/token-status-lists/{id}", list);
    publishList(list, 2, FAR_AWAY);
    awaitVersion(list, 2);
    var afterTheNext = given().header("If-None-Match", etag).get("/token-status-lists/{id}", list);

    again
        .then()
        .statusCode(304)
        .header("ETag", equalTo(etag))
        .header("Cache-Control", containsString("max-age=0"));
    afterTheNext.then().statusCode(200);
    assertThat(afterTheNext.asString()).isEqualTo(TOKEN.formatted(2));
  }

  @Test
  void whereTheIssuerGaveNoTokenThereIsNone() {
    UUID list = UUID.randomUUID();

    publish(list, 1, 1, FAR_AWAY, null);

    awaitVersion(list, 1);
    given()
        .get("/token-status-lists/{id}", list)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given().get("/token-status-lists/{id}", UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void aStatusListIsNotCachedBeyondItsEnd() {
    UUID list = UUID.randomUUID();

    publishList(list, 1, NOW.plusSeconds(1));

    awaitVersion(list, 1);
    given()
        .get("/status-lists/{id}", list)
        .then()
        .header("Cache-Control", containsString("max-age=0"));
  }

  @Test
  void ourContextIsServedAsItIsPinned() {
    var answer = given().get("/contexts/credential/v1");

    answer.then().statusCode(200).contentType("application/ld+json");
    assertThat(answer.asByteArray()).isEqualTo(PinnedContexts.mikromeritBytes());
  }

  private static List<Map<String, Object>> trustList() {
    List<Map<String, Object>> trusted = new ArrayList<>();
    String after = "";
    do {
      var page = given().queryParam("limit", 2).queryParam("after", after).get("/trust-list");
      trusted.addAll(page.then().statusCode(200).extract().path("items"));
      after = page.path("next");
    } while (after != null);
    return trusted;
  }

  private static void awaitVersion(UUID list, int version) {
    Await.untilAsserted(
        "version " + version,
        () ->
            given()
                .get("/status-lists/{id}", list)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + version + "\"")));
  }

  private static void publishList(UUID list, int version, Instant validUntil) {
    publish(list, version, version, validUntil);
  }

  private static void publish(UUID list, int version, long sequence, Instant validUntil) {
    publish(list, version, sequence, validUntil, TOKEN.formatted(version));
  }

  private static void publish(
      UUID list, int version, long sequence, Instant validUntil, @Nullable String token) {
    try (TopicProbe topics = new TopicProbe()) {
      topics.publish(
          new StatusListPublishedV1(
              list,
              UUID.randomUUID(),
              StatusPurpose.REVOCATION,
              version,
              SIGNED_LIST.formatted(version),
              NOW,
              validUntil,
              token),
          sequence);
    }
  }

  private static void tell(OrganisationKeyChangedV1 key, long sequence) {
    try (TopicProbe topics = new TopicProbe()) {
      topics.publish(key, sequence);
    }
  }

  private static OrganisationKeyChangedV1 aKeyOf(UUID organisation) {
    return aKeyOf(organisation, KeyType.ED25519, KeyAlgorithm.ED25519);
  }

  private static OrganisationKeyChangedV1 aKeyOf(
      UUID organisation, KeyType type, KeyAlgorithm algorithm) {
    String multibase = SoftwareKey.generate(type, new SecureRandom()).publicKey().multibase();
    return new OrganisationKeyChangedV1(
        UUID.randomUUID(),
        organisation,
        Register.didOf(organisation) + "#" + multibase,
        multibase,
        algorithm,
        NOW,
        null,
        null);
  }

  private static OrganisationKeyChangedV1 ended(
      OrganisationKeyChangedV1 key, Instant validUntil, @Nullable Instant revokedAt) {
    return new OrganisationKeyChangedV1(
        key.keyId(),
        key.organisationId(),
        key.verificationMethod(),
        key.publicKeyMultibase(),
        key.algorithm(),
        key.validFrom(),
        validUntil,
        revokedAt);
  }

  private long keysKnownOf(UUID organisation) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select count(*) from organisation_key where organisation = :id")
                    .bind("id", organisation)
                    .mapTo(Long.class)
                    .one());
  }

  private boolean parked(UUID key) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select exists (select from parked where key = :key)")
                    .bind("key", key.toString())
                    .mapTo(Boolean.class)
                    .one());
  }
}
