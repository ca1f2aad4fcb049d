package org.mikromerit.verification;

import static org.mikromerit.verification.Employer.awaitFinding;
import static org.mikromerit.verification.Employer.awaitVerdict;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** A key was stolen: what its owner signed is told from what the thief signs. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("S6")
@Tag("VER-5")
class KeyCompromiseTest {
  // Later than what the school's documents say of their time, as a thief would have it.
  static final Instant SINCE = Instant.parse("2026-06-01T12:00:00Z");

  // The tests' settings name it.
  static final SigningKey REGISTRY = SoftwareKey.ed25519(new byte[32]);
  private static final String REGISTRYS_DID = "did:web:localhost%3A8082";

  @Inject Jdbi jdbi;

  private final UUID credential = UUID.randomUUID();
  private final UUID forged = UUID.randomUUID();
  private TopicProbe topics;
  private School school;
  private UUID lostKey;
  private String lostMethod;

  @BeforeEach
  void aSchool() {
    topics = new TopicProbe();
    school = School.authorised(topics);
    lostKey = school.keyId();
    lostMethod = school.keyMethod();
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("S7")
  void whatWasRegisteredBeforeTheKeyWasLostStillVerifiesAndSaysSo() {
    String document = school.issues(credential, 18);
    awaitVerdict(document, "VALID");

    school.losesKey(SINCE);
    state(0, 1, Map.of(credential, Sha256.hex(document)));

    awaitVerdict(document, "VALID_WITH_WARNINGS");
    awaitFinding(document, "key-revoked-after-registration");
  }

  @Test
  void whatTheThiefSignsFailsWhateverTimeItClaims() {
    String registered = school.issues(credential, 18);
    String later = school.issues(forged, 19);
    awaitVerdict(later, "VALID");

    school.losesKey(SINCE);
    state(0, 1, Map.of(credential, Sha256.hex(registered)));

    awaitFinding(later, "key-revoked-before-registration");
    awaitVerdict(later, "INVALID");
  }

  @Test
  void aForgeryUnderARegisteredIdIsNeverAYes() {
    String registered = school.issues(credential, 18);
    String forgery = school.issues(credential, 19);

    school.losesKey(SINCE);
    state(0, 1, Map.of(credential, Sha256.hex(registered)));

    awaitFinding(forgery, "key-revoked-copy-differs");
    awaitVerdict(forgery, "UNDECIDED");
  }

  @Test
  @Tag("S7")
  void whatAProgramComposedIsFoundByItsBytesSinceItsIdIsTheProgramsOwn() {
    String registered = school.issuesGiven("Åsa");
    String later = school.issuesGiven("Åke");

    school.losesKey(SINCE);
    state(0, 1, Map.of(UUID.randomUUID(), Sha256.hex(registered)));

    awaitVerdict(registered, "VALID_WITH_WARNINGS");
    awaitFinding(registered, "key-revoked-after-registration");
    awaitFinding(later, "key-revoked-before-registration");
    awaitVerdict(later, "INVALID");
  }

  @Test
  void blanksAroundTheFileAreNotOfTheDocument() {
    String document = school.issues(credential, 18);

    school.losesKey(SINCE);
    state(0, 1, Map.of(credential, Sha256.hex(document)));

    awaitVerdict("\r\n " + document + "\n", "VALID_WITH_WARNINGS");
  }

  @Test
  void untilTheLedgerHasSpokenItIsLeftOpen() {
    String document = school.issues(credential, 18);

    school.losesKey(SINCE);

    awaitFinding(document, "key-revoked-since");
    awaitVerdict(document, "UNDECIDED");
  }

  @Test
  void aPartOfTheSetIsNotTheSet() {
    String document = school.issues(credential, 18);
    String other = school.issues(forged, 19);

    school.losesKey(SINCE);
    state(0, 2, Map.of(credential, Sha256.hex(document)));
    awaitFinding(other, "key-revoked-since");
    awaitVerdict(other, "UNDECIDED");
    state(1, 2, Map.of());

    awaitVerdict(document, "VALID_WITH_WARNINGS");
    awaitVerdict(other, "INVALID");
  }

  @Test
  void whatWasStatedOfAnotherMomentDoesNotCount() {
    String document = school.issues(credential, 18);

    school.losesKey(SINCE.minusSeconds(3600));
    state(0, 1, Map.of(credential, Sha256.hex(document)));

    awaitFinding(document, "key-revoked-since");
    awaitVerdict(document, "UNDECIDED");
  }

  @Test
  void aStatementWhoseSignatureIsBrokenCountsForNothing() {
    String document = school.issues(credential, 18);

    school.losesKey(SINCE);
    String sound = statement(0, 1, Map.of(credential, Sha256.hex(document)));
    String[] pieces = sound.split("\\.", -1);
    String other = statement(0, 1, Map.of(forged, Sha256.hex(document)));
    publish(0, 1, pieces[0] + "." + other.split("\\.", -1)[1] + "." + pieces[2]);

    assertSetAside(document);
  }

  @Test
  void aStatementThatAnotherThanOurRegistrySignedCountsForNothing() {
    String document = school.issues(credential, 18);
    SigningKey thief = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());

    school.losesKey(SINCE);
    publish(
        0, 1, statement(content(lostMethod, 0, 1, Map.of(credential, digest(document))), thief));

    assertSetAside(document);
  }

  @Test
  void aStatementInAnothersNameCountsForNothing() {
    String document = school.issues(credential, 18);
    ObjectNode content = content(lostMethod, 0, 1, Map.of(credential, digest(document)));
    content.put("iss", "did:web:register.example");

    school.losesKey(SINCE);
    publish(0, 1, statement(content, REGISTRY));

    assertSetAside(document);
  }

  @Test
  void whatWasStatedOfAnothersKeyDoesNotCount() {
    String document = school.issues(credential, 18);
    School other = School.authorised(topics);

    school.losesKey(SINCE);
    publish(
        0,
        1,
        statement(
            content(other.keyMethod(), 0, 1, Map.of(credential, digest(document))), REGISTRY));
    Await.until(
        "it is kept",
        () ->
            jdbi.withHandle(
                sql ->
                    sql.createQuery(
                            "select exists (select from key_compromise where key_id = :key)")
                        .bind("key", lostKey)
                        .mapTo(Boolean.class)
                        .one()));

    awaitFinding(document, "key-revoked-since");
    awaitVerdict(document, "UNDECIDED");
  }

  private void assertSetAside(String document) {
    Await.until(
        "it is set aside",
        () ->
            jdbi.withHandle(
                sql ->
                    sql.createQuery("select exists (select from parked where key = :key)")
                        .bind("key", lostKey + ".0")
                        .mapTo(Boolean.class)
                        .one()));
    awaitFinding(document, "key-revoked-since");
    awaitVerdict(document, "UNDECIDED");
  }

  private static String digest(String document) {
    return Sha256.hex(document);
  }

  private void state(int part, int parts, Map<UUID, String> registered) {
    publish(part, parts, statement(part, parts, registered));
  }

  private void publish(int part, int parts, String statement) {
    topics.publish(new KeyCompromiseStatedV1(lostKey, school.id, SINCE, part, parts, statement), 1);
  }

  private String statement(int part, int parts, Map<UUID, String> registered) {
    return statement(content(lostMethod, part, parts, registered), REGISTRY);
  }

  static ObjectNode content(String key, int part, int parts, Map<UUID, String> registered) {
    ObjectNode content = new ObjectMapper().createObjectNode();
    content.put("iss", REGISTRYS_DID);
    content.put("key", key);
    content.put("since", SINCE.toString());
    content.put("part", part);
    content.put("parts", parts);
    var entries = content.putArray("registered");
    registered.forEach(
        (id, digest) -> entries.addObject().put("id", id.toString()).put("sha256", digest));
    return content;
  }

  static String statement(ObjectNode content, SigningKey signer) {
    return CompactJws.sign(
        "mikromerit-key-compromise+jwt",
        content.toString().getBytes(StandardCharsets.UTF_8),
        signer,
        VerificationMethodId.of(new Did(REGISTRYS_DID), signer.publicKey()));
  }
}
