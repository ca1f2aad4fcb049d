package org.mikromerit.registry.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.Event;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
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
class LedgerTest {
  private static final UUID ISSUER = UUID.randomUUID();
  private static final String LEARNER = "1.abcdefghijklmnopqrstuvwxyz";
  private static final Instant ISSUED_AT = Instant.parse("2026-03-01T09:30:00.123456Z");
  private static final Instant REVOKED_AT = Instant.parse("2026-03-05T11:00:00Z");

  @Test
  void anIssueIsRegisteredWithoutTheLearner() {
    CredentialIssuedV1 issued = anIssue();
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);

    tell(Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, issued));

    List<Map<String, Object>> entries = entriesOf(issued.credentialId(), 1);
    Map<String, Object> entry = entries.getFirst();
    assertThat(entry)
        .containsEntry("credentialId", issued.credentialId().toString())
        .containsEntry("fact", "ISSUED")
        .containsEntry("issuer", ISSUER.toString())
        .containsEntry("keyId", issued.keyId().toString())
        .containsEntry("definitionId", issued.definitionId().toString())
        .containsEntry("definitionVersion", 3)
        .containsEntry("digest", issued.digest())
        .containsEntry("occurredAt", ISSUED_AT.toString())
        .doesNotContainKey("reason");
    assertThat(Instant.parse(String.valueOf(entry.get("registeredAt")))).isAfterOrEqualTo(before);
    assertThat(entry.toString()).doesNotContain(LEARNER);
  }

  @Test
  void whatAProgramComposedIsRegisteredAsSignedAndUnderNoDefinition() {
    var signed =
        new GivenCredentialSignedV1(
            UUID.randomUUID(), ISSUER, UUID.randomUUID(), "a".repeat(64), ISSUED_AT);

    tell(
        Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, signed),
        Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, signed));

    assertThat(entriesOf(signed.credentialId(), 1).getFirst())
        .containsEntry("fact", "SIGNED")
        .containsEntry("issuer", ISSUER.toString())
        .containsEntry("keyId", signed.keyId().toString())
        .containsEntry("digest", signed.digest())
        .containsEntry("occurredAt", signed.signedAt().toString())
        .doesNotContainKeys("definitionId", "definitionVersion", "reason");
  }

  @Test
  void aRevocationIsRegisteredWithItsReason() {
    CredentialIssuedV1 issued = anIssue();

    tell(
        Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, issued),
        Event.of(UUID.randomUUID(), 2, REVOKED_AT, null, itsRevocation(issued)));

    Map<String, Object> revocation =
        entriesOf(issued.credentialId(), 2).stream()
            .filter(entry -> "REVOKED".equals(entry.get("fact")))
            .findFirst()
            .orElseThrow();
    assertThat(revocation)
        .containsEntry("issuer", ISSUER.toString())
        .containsEntry("reason", "integrity-finding")
        .containsEntry("occurredAt", REVOKED_AT.toString())
        .doesNotContainKeys("keyId", "digest", "definitionId", "definitionVersion");
  }

  @Test
  @Tag("R5")
  void eventsDeliveredThreeTimesInAnyOrderGiveEachFactOnce() {
    long seed = System.nanoTime();
    List<CredentialIssuedV1> issues = Stream.generate(LedgerTest::anIssue).limit(20).toList();
    List<Event<?>> deliveries = new ArrayList<>();
    for (CredentialIssuedV1 issued : issues) {
      Event<?> issue = Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, issued);
      Event<?> revocation = Event.of(UUID.randomUUID(), 2, REVOKED_AT, null, itsRevocation(issued));
      // An owner that is asked for a replay may give the same fact under a new id.
      Event<?> replayed = Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, issued);
      deliveries.addAll(List.of(issue, issue, replayed, revocation, revocation, revocation));
    }
    Collections.shuffle(deliveries, new Random(seed));

    tell(deliveries.toArray(Event<?>[]::new));

    // What is told last is read last of its partition; one such for each partition would do, one
    // for each issue does.
    List<CredentialIssuedV1> last =
        issues.stream().map(LedgerTest::anotherOfTheSameLearner).toList();
    last.forEach(issued -> tell(Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, issued)));
    last.forEach(issued -> entriesOf(issued.credentialId(), 1));
    for (CredentialIssuedV1 issued : issues) {
      Await.untilAsserted(
          "one entry of each fact, seed " + seed,
          () ->
              given()
                  .queryParam("credential", issued.credentialId())
                  .get("/ledger")
                  .then()
                  .body("items.fact", containsInAnyOrder("ISSUED", "REVOKED")));
    }
  }

  @Test
  void anEventThatContradictsTheLedgerIsSetAside() {
    CredentialIssuedV1 issued = anIssue();
    CredentialIssuedV1 contradiction = withDigest(issued, "f".repeat(64));

    tell(Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, issued));
    entriesOf(issued.credentialId(), 1);
    tell(Event.of(UUID.randomUUID(), 2, ISSUED_AT, null, contradiction));

    Await.until(
        "the contradiction parked",
        () ->
            Register.database()
                .withHandle(
                    sql ->
                        sql.createQuery("select exists (select from parked where key = :key)")
                            .bind("key", issued.learnerRef())
                            .mapTo(Boolean.class)
                            .one()));
    given()
        .queryParam("credential", issued.credentialId())
        .get("/ledger")
        .then()
        .body("items.digest", contains(issued.digest()));
  }

  @Test
  void theLedgerIsReadInTheOrderOfRegistration() {
    for (int i = 0; i < 5; i++) {
      tell(Event.of(UUID.randomUUID(), 1, ISSUED_AT, null, anIssue()));
    }
    Await.untilAsserted(
        "five entries",
        () -> assertThat(given().get("/ledger").<List<?>>path("items")).hasSizeGreaterThan(4));

    String next = given().queryParam("limit", 2).get("/ledger").path("next");
    List<Integer> positions =
        given()
            .queryParam("limit", 3)
            .queryParam("after", next)
            .get("/ledger")
            .path("items.position");

    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(given().queryParam("limit", 2).get("/ledger").<List<Integer>>path("items.position"))
        .allMatch(position -> position < positions.getFirst());
  }

  @Test
  void whoFollowsTheLedgerWhileManyWriteMissesNothing() throws Exception {
    Ledger ledger = CDI.current().select(Ledger.class).get();
    Set<UUID> appended = ConcurrentHashMap.newKeySet();
    Set<UUID> followed = new HashSet<>();

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 8; writer++) {
        writers.add(executor.submit(() -> appendSlowly(ledger, appended)));
      }
      long position = 0;
      boolean writing = true;
      while (writing) {
        // Asked before the ledger is, so that the last round reads what the last writer wrote.
        writing = writers.stream().anyMatch(writer -> !writer.isDone());
        for (LedgerEntry entry : ledger.after(position, Optional.empty(), 1_000)) {
          position = entry.position();
          followed.add(entry.fact().credential());
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(followed).containsAll(appended).hasSizeGreaterThanOrEqualTo(8 * 15);
  }

  @Test
  void aCredentialThatNobodyKnowsHasNoEntries() {
    given()
        .queryParam("credential", UUID.randomUUID())
        .get("/ledger")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void aCredentialThatIsNoIdIsRefused() {
    given()
        .queryParam("credential", "x")
        .get("/ledger")
        .then()
        .statusCode(400)
        .body("type", equalTo("https://mikromerit.org/problems/invalid-value"))
        .body("field", equalTo("credential"));
  }

  /** Commits some time after each append, so that later positions would be committed first. */
  private static @Nullable Void appendSlowly(Ledger ledger, Set<UUID> appended) throws Exception {
    UserTransaction transaction = CDI.current().select(UserTransaction.class).get();
    for (int n = 0; n < 15; n++) {
      UUID credential = UUID.randomUUID();
      transaction.begin();
      ledger.append(
          List.of(new CredentialFact.Revoked(credential, ISSUER, "error", REVOKED_AT)), REVOKED_AT);
      Thread.sleep(ThreadLocalRandom.current().nextInt(10));
      transaction.commit();
      appended.add(credential);
    }
    return null;
  }

  private static void tell(Event<?>... events) {
    try (TopicProbe topics = new TopicProbe()) {
      for (Event<?> event : events) {
        topics.publish(event);
      }
    }
  }

  private static List<Map<String, Object>> entriesOf(UUID credential, int count) {
    Await.untilAsserted(
        "the entries",
        () ->
            given()
                .queryParam("credential", credential)
                .get("/ledger")
                .then()
                .body("items", hasSize(count)));
    return given().queryParam("credential", credential).get("/ledger").path("items");
  }

  private static CredentialIssuedV1 anIssue() {
    return issue(
        LEARNER + UUID.randomUUID(), UUID.randomUUID().toString().replace("-", "").repeat(2));
  }

  private static CredentialIssuedV1 anotherOfTheSameLearner(CredentialIssuedV1 issued) {
    return issue(issued.learnerRef(), issued.digest());
  }

  private static CredentialIssuedV1 issue(String learner, String digest) {
    return new CredentialIssuedV1(
        UUID.randomUUID(),
        ISSUER,
        UUID.randomUUID(),
        3,
        learner,
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        UUID.randomUUID(),
        digest,
        Instant.parse("2026-02-27T00:00:00Z"),
        ISSUED_AT,
        UUID.randomUUID(),
        17,
        null,
        null);
  }

  private static CredentialIssuedV1 withDigest(CredentialIssuedV1 issued, String digest) {
    return new CredentialIssuedV1(
        issued.credentialId(),
        issued.organisationId(),
        issued.definitionId(),
        issued.definitionVersion(),
        issued.learnerRef(),
        issued.kind(),
        issued.certificationLevel(),
        issued.keyId(),
        digest,
        issued.awardedAt(),
        issued.issuedAt(),
        issued.statusListId(),
        issued.statusIndex(),
        null,
        null);
  }

  private static CredentialStatusChangedV1 itsRevocation(CredentialIssuedV1 issued) {
    return new CredentialStatusChangedV1(
        issued.credentialId(),
        issued.organisationId(),
        CredentialStatus.REVOKED,
        StatusReason.INTEGRITY_FINDING,
        REVOKED_AT,
        List.of(
            new StatusSince(CredentialStatus.VALID, null, ISSUED_AT),
            new StatusSince(CredentialStatus.REVOKED, StatusReason.INTEGRITY_FINDING, REVOKED_AT)));
  }
}
