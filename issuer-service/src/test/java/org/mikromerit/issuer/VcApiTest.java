package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofResult;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What programs learn that have their own credentials signed over the W3C's API. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class VcApiTest {
  private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  private Institution institution;

  @BeforeEach
  void anInstitutionMayIssue() {
    institution = Institution.authorised();
  }

  @ParameterizedTest
  @CsvSource({
    "Ed25519, web, eddsa-rdfc-2022",
    "Ed25519, key, eddsa-rdfc-2022",
    "Ed25519, key, eddsa-jcs-2022",
    "P-256,   web, ecdsa-rdfc-2019",
    "P-256,   key, ecdsa-rdfc-2019",
    "P-256,   key, ecdsa-jcs-2019",
    "P-384,   web, ecdsa-rdfc-2019",
    "P-384,   key, ecdsa-rdfc-2019",
    "P-384,   key, ecdsa-jcs-2019"
  })
  void everyKindOfInstanceSignsWhatVerifies(String keyType, String did, String cryptosuite)
      throws Exception {
    JsonNode instance =
        made(
            """
            {"name": "one", "keyType": "%s", "did": "%s", "cryptosuite": "%s"}
            """
                .formatted(keyType, did, cryptosuite));

    Reply issued = issue(instance, credential());

    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    JsonObject signed = signed(issued);
    assertThat(signed.getString("issuer"))
        .isEqualTo(instance.at("/issuer").asText())
        .startsWith("did:" + did + ":");
    assertThat(signed.getJsonObject("proof").getString("cryptosuite")).isEqualTo(cryptosuite);
    assertThat(verified(signed)).isInstanceOf(ProofResult.Holds.class);
  }

  @Test
  void badgesHaveTheirProofInAnArray() throws Exception {
    JsonNode instance = made("{\"name\": \"badges\", \"did\": \"key\"}");

    JsonObject signed = signed(issue(instance, badge("https://badges.example/1")));

    assertThat(signed.getJsonArray("proof")).hasSize(1);
    assertThat(verified(signed)).isInstanceOf(ProofResult.Holds.class);
  }

  @Test
  void whatHasAStatusIsRevokedForGood() throws Exception {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");
    ObjectNode credential = credential();
    String id = "urn:uuid:" + UUID.randomUUID();
    credential.put("id", id);
    JsonObject signed = signed(issue(instance, credential));
    String list = signed.getJsonObject("credentialStatus").getString("statusListCredential");
    int index =
        Integer.parseInt(signed.getJsonObject("credentialStatus").getString("statusListIndex"));
    assertThat(setStatus(instance, id, "\"0\"").status()).isEqualTo(200);

    Reply revoked = setStatus(instance, id, "\"1\"");

    assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
    try (var topics = new TopicProbe()) {
      UUID listId = UUID.fromString(list.substring(list.lastIndexOf('/') + 1));
      Await.until("the list tells", () -> bit(topics, listId, index) == 1);
    }
    assertThat(setStatus(instance, id, "true").status()).isEqualTo(200);
    Reply takenBack = setStatus(instance, id, "false");
    assertThat(takenBack.status()).isEqualTo(409);
    assertThat(takenBack.json().at("/type").asText()).endsWith("/already-revoked");
  }

  @Test
  void whatIsSuspendedCountsAgainOnceThatIsLifted() throws Exception {
    JsonNode instance = made("{\"name\": \"suspension\", \"status\": true, \"suspension\": true}");
    JsonObject signed = signed(issue(instance, credential()));
    String id = signed.getString("id");
    JsonObject entry = signed.getJsonArray("credentialStatus").getJsonObject(1);
    assertThat(entry.getString("statusPurpose")).isEqualTo("suspension");
    UUID list = listOf(entry);
    int index = Integer.parseInt(entry.getString("statusListIndex"));

    Reply suspended = setSuspension(instance, id, "\"1\"");

    assertThat(suspended.status()).as(suspended.body()).isEqualTo(200);
    try (var topics = new TopicProbe()) {
      Await.until("the list tells", () -> bit(topics, list, index) == 1);
      assertThat(setSuspension(instance, id, "true").status()).isEqualTo(200);
      assertThat(setSuspension(instance, id, "false").status()).isEqualTo(200);
      Await.until("it is lifted", () -> bit(topics, list, index) == 0);
    }
  }

  @Test
  void aRevocationOfWhatIsSuspendedLiftsNothingAndIsFinal() throws Exception {
    JsonNode instance = made("{\"name\": \"suspension\", \"status\": true, \"suspension\": true}");
    JsonObject signed = signed(issue(instance, credential()));
    String id = signed.getString("id");
    JsonObject revocation = signed.getJsonArray("credentialStatus").getJsonObject(0);
    JsonObject suspension = signed.getJsonArray("credentialStatus").getJsonObject(1);
    int index = Integer.parseInt(suspension.getString("statusListIndex"));
    assertThat(setSuspension(instance, id, "true").status()).isEqualTo(200);

    assertThat(setStatus(instance, id, "true").status()).isEqualTo(200);

    try (var topics = new TopicProbe()) {
      Await.until("it is revoked", () -> bit(topics, listOf(revocation), index) == 1);
      Await.until("it is suspended", () -> bit(topics, listOf(suspension), index) == 1);
    }
    for (String status : List.of("true", "false")) {
      Reply late = setSuspension(instance, id, status);
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.json().at("/type").asText()).endsWith("/already-revoked");
    }
  }

  @Test
  void whatNamesNoListOfSuspensionsIsNotSuspended() throws Exception {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");
    String id = signed(issue(instance, credential())).getString("id");

    Reply refused = setSuspension(instance, id, "true");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/type").asText()).endsWith("/not-suspendable");
    assertThat(setSuspension(instance, "urn:uuid:" + UUID.randomUUID(), "true").status())
        .isEqualTo(404);
  }

  @Test
  void whatHasNoIdGetsOneWhereItHasAStatus() throws Exception {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");

    JsonObject signed = signed(issue(instance, credential()));

    assertThat(setStatus(instance, signed.getString("id"), "true").status()).isEqualTo(200);
    assertThat(setStatus(instance, "urn:uuid:" + UUID.randomUUID(), "true").status())
        .isEqualTo(404);
  }

  @Test
  void aStatusIsSetByTheNameThatWasAskedFor() {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");
    ObjectNode request = Institution.object("{\"options\": {\"credentialId\": \"course-7\"}}");
    request.set("credential", credential());
    assertThat(post(instance, "issue", request.toString()).status()).isEqualTo(201);

    assertThat(setStatus(instance, "course-7", "true").status()).isEqualTo(200);
  }

  @Test
  void whatWasSignedByALongIdIsTakenBackByIt() throws Exception {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");
    String id = "https://school.example/" + "x".repeat(1_900);
    signed(issue(instance, credential().put("id", id)));

    assertThat(setStatus(instance, id, "true").status()).isEqualTo(200);
  }

  @Test
  void whoNamesAnEntryTakesBackThatOneAlone() throws Exception {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");
    String id = "urn:uuid:" + UUID.randomUUID();
    JsonObject one = signed(issue(instance, credential().put("id", id)));
    JsonObject other = signed(issue(instance, credential().put("id", id)));

    assertThat(setEntry(instance, one, "\"1\"").status()).isEqualTo(200);

    assertThat(setEntry(instance, one, "\"0\"").status()).isEqualTo(409);
    assertThat(setEntry(instance, other, "\"0\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"credentialId\": 7, \"credentialStatus\": []}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": []}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": [1]}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": {\"type\": \"Other\", \"status\": \"1\"}}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": {\"type\": \"BitstringStatusListEntry\"}}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": {\"type\": \"BitstringStatusListEntry\", \"status\": \"2\"}}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": {\"type\": \"BitstringStatusListEntry\", \"status\": \"1\", \"statusPurpose\": \"refresh\"}}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": [{\"type\": \"BitstringStatusListEntry\", \"status\": \"1\"}, {\"type\": \"BitstringStatusListEntry\", \"status\": \"0\"}]}",
        "{\"credentialId\": \"urn:x\", \"credentialStatus\": [{\"type\": \"BitstringStatusListEntry\", \"status\": \"1\"}, {\"type\": \"BitstringStatusListEntry\", \"status\": \"1\", \"statusPurpose\": \"suspension\"}]}"
      })
  void whatSetsNoStatusIsRefused(String request) {
    JsonNode instance = made("{\"name\": \"status\", \"status\": true}");

    assertThat(post(instance, "status", request).status()).isEqualTo(400);
  }

  @TestFactory
  @Tag("S4")
  Stream<DynamicTest> whatIsNotFitIsNotSigned() {
    JsonNode instance = made("{\"name\": \"web\"}");
    return Stream.of(
        unfit(instance, "issuer-differs", c -> c.put("issuer", Institution.did(UUID.randomUUID()))),
        unfit(instance, "issuer-differs", c -> c.putObject("issuer").put("name", "Nobody")),
        unfit(instance, "issuer-differs", c -> c.putNull("issuer")),
        unfit(instance, "proof-present", c -> c.putObject("proof").put("type", "X")),
        unfit(instance, "reserved", c -> types(c).add("BitstringStatusListCredential")),
        unfit(
            instance,
            "reserved",
            c -> contexts(c).add("https://w3id.org/mikromerit/credential/v1")),
        unfit(
            instance,
            "reserved",
            c -> {
              contexts(c).add(OB);
              ((ObjectNode) c.get("credentialSubject"))
                  .putObject("achievement")
                  .put("id", "urn:uuid:" + UUID.randomUUID());
            }),
        unfit(instance, "begins-before-key", c -> c.put("validFrom", "2020-01-01T00:00:00Z")),
        unfit(instance, "time-malformed", c -> c.put("validFrom", "yesterday")),
        unfit(
            instance,
            "validity-inverted",
            c ->
                c.put("validFrom", "2999-01-02T00:00:00Z")
                    .put("validUntil", "2999-01-01T00:00:00Z")),
        unfit(instance, "not-a-credential", c -> c.remove("@context")),
        unfit(instance, "not-a-credential", c -> c.put("type", "Other")),
        unfit(instance, "context-unknown", c -> contexts(c).add("https://evil.example/context")),
        unfit(instance, "member-not-covered", c -> c.put("nobodyDefinedThis", "a")),
        unfit(instance, "id-not-a-url", c -> c.put("id", "not a url")),
        unfit(instance, "subject-empty", c -> c.putObject("credentialSubject")));
  }

  private DynamicTest unfit(JsonNode instance, String code, Consumer<ObjectNode> change) {
    ObjectNode credential = credential();
    change.accept(credential);
    return DynamicTest.dynamicTest(
        code + " " + credential,
        () -> {
          Reply refused = issue(instance, credential);
          assertThat(refused.status()).as(refused.body()).isEqualTo(422);
          assertThat(refused.json().at("/type").asText()).endsWith("/credential-not-fit");
          assertThat(refused.json().at("/errors").findValuesAsText("code")).contains(code);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"credential\": \"x\"}",
        "{\"credential\": {}, \"options\": []}",
        "{\"credential\": {}, \"options\": {\"credentialId\": 7}}",
        "{\"credential\": {}, \"options\": {\"mandatoryPointers\": []}}",
        "{\"credential\": {}, \"surprise\": 1}",
        "{\"credential\": {\"a\": 1, \"a\": 2}}"
      })
  void whatIsNoRequestIsRefused(String request) {
    JsonNode instance = made("{\"name\": \"one\"}");

    assertThat(post(instance, "issue", request).status()).isEqualTo(400);
  }

  @Test
  void aCredentialTooLargeToBeReadWithItsProofIsNotSigned() {
    JsonNode instance = made("{\"name\": \"one\"}");
    ObjectNode credential = credential();
    var subject = (ObjectNode) credential.get("credentialSubject");
    var names = subject.putArray("name");
    for (int i = 0; i < 2; i++) {
      names.add("n".repeat(131_000 - i));
    }

    Reply refused = issue(instance, credential);

    assertThat(refused.status()).as(refused.body()).isBetween(400, 422);
  }

  @Test
  @Tag("R1")
  void aRepeatedRequestIsAnsweredAsTheFirst() {
    JsonNode instance = made("{\"name\": \"p256\", \"keyType\": \"P-256\"}");
    String key = UUID.randomUUID().toString();

    Reply first = issue(instance, credential(), key);
    Reply again = issue(instance, credential(), key);
    ObjectNode other = credential();
    other.put("name", "Another");
    Reply differs = issue(instance, other, key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(differs.status()).isEqualTo(409);
    Reply kept =
        Institution.service().get(first.header("Location")).bearer(institution.token()).send();
    assertThat("{\"verifiableCredential\":" + kept.body() + "}").isEqualTo(first.body());
  }

  @Test
  @Tag("S6")
  @Tag("S7")
  void whatIsSignedInTheOrganisationsNameIsToldByItsDigestAlone() {
    JsonNode bareKey = made("{\"name\": \"key\", \"did\": \"key\"}");
    JsonNode named = made("{\"name\": \"web\"}");
    assertThat(issue(bareKey, credential()).status()).isEqualTo(201);

    Reply issued = issue(named, credential());

    Reply kept =
        Institution.service().get(issued.header("Location")).bearer(institution.token()).send();
    try (var topics = new TopicProbe()) {
      Await.until("it is told", () -> !told(topics).isEmpty());
      List<GivenCredentialSignedV1> told = told(topics);
      assertThat(told).hasSize(1);
      GivenCredentialSignedV1 signed = told.getFirst();
      assertThat(issued.header("Location")).endsWith("/" + signed.credentialId());
      assertThat(signed.digest()).isEqualTo(Sha256.hex(kept.body()));
      assertThat(topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class))
          .noneMatch(event -> event.data().organisationId().equals(institution.id));
    }
  }

  private List<GivenCredentialSignedV1> told(TopicProbe topics) {
    return topics.read(Topic.GIVEN_CREDENTIAL, GivenCredentialSignedV1.class).stream()
        .map(event -> event.data())
        .filter(signed -> signed.organisationId().equals(institution.id))
        .toList();
  }

  @Test
  @Tag("S4")
  void anotherOrganisationsInstanceIsNobodysHere() {
    JsonNode instance = made("{\"name\": \"one\"}");
    var other = Institution.authorised();

    Reply theirs =
        other.post(
            "/issuers/" + instance.at("/id").asText() + "/credentials/issue",
            request(credential()));

    assertThat(theirs.status()).isEqualTo(404);
  }

  @Test
  void whoMayNoLongerIssueIssuesNothing() {
    JsonNode instance = made("{\"name\": \"one\"}");
    institution.isNow(OrganisationState.SUSPENDED, "Beslut 7");

    Await.until("it is known", () -> issue(instance, credential()).status() == 403);

    assertThat(issue(instance, credential()).json().at("/type").asText())
        .endsWith("/authorisation-withdrawn");
  }

  @Test
  void onlyWhatIsOpenIssuesForEverybody() {
    JsonNode closed = made("{\"name\": \"closed\", \"did\": \"key\"}");
    JsonNode open = made("{\"name\": \"open\", \"did\": \"key\", \"open\": true}");

    assertThat(openly(closed)).isEqualTo(404);
    assertThat(openly(open)).isEqualTo(201);
  }

  private int openly(JsonNode instance) {
    return Institution.service()
        .post("/issuers/" + instance.at("/id").asText() + "/credentials/issue")
        .json(request(credential()))
        .send()
        .status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\": \"Åäö\"}",
        "{\"name\": \"x\", \"keyType\": \"RSA\"}",
        "{\"name\": \"x\", \"did\": \"example\"}",
        "{\"name\": \"x\", \"cryptosuite\": \"bbs-2023\"}",
        "{\"name\": \"x\", \"keyType\": \"P-256\", \"cryptosuite\": \"eddsa-rdfc-2022\"}",
        "{\"name\": \"x\", \"did\": \"key\", \"status\": true}",
        "{\"name\": \"x\", \"suspension\": true}"
      })
  void whatIsNoInstanceIsRefused(String wanted) {
    assertThat(institution.post("/issuers", wanted).status()).isEqualTo(400);
  }

  @Test
  void aNameIsTakenOnce() {
    made("{\"name\": \"one\"}");

    Reply again = institution.post("/issuers", "{\"name\": \"one\", \"keyType\": \"P-256\"}");

    assertThat(again.status()).isEqualTo(409);
    assertThat(institution.get("/keys").json().findValuesAsText("algorithm"))
        .containsExactly("Ed25519");
  }

  private JsonNode made(String wanted) {
    Reply made = institution.post("/issuers", wanted);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json();
  }

  private static ObjectNode credential() {
    return Institution.object(
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"],
         "type": ["VerifiableCredential"],
         "credentialSubject": {"id": "did:example:abcdef", "name": "Åsa Öberg 🌻"}}
        """);
  }

  private static ObjectNode badge(String achievement) {
    return Institution.object(
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2", "%s"],
         "id": "urn:uuid:0190a000-0000-7000-8000-00000000b001",
         "type": ["VerifiableCredential", "OpenBadgeCredential"],
         "validFrom": "2024-01-01T00:00:00Z",
         "name": "Teamwork",
         "credentialSubject": {"type": ["AchievementSubject"],
           "achievement": {"id": "%s", "type": ["Achievement"], "name": "Teamwork",
             "description": "Works with others", "criteria": {"narrative": "Did so"}}}}
        """
            .formatted(OB, achievement));
  }

  private static ArrayNode contexts(ObjectNode credential) {
    return (ArrayNode) credential.get("@context");
  }

  private static ArrayNode types(ObjectNode credential) {
    return (ArrayNode) credential.get("type");
  }

  private static String request(ObjectNode credential) {
    ObjectNode request = Institution.object("{}");
    request.set("credential", credential);
    return request.toString();
  }

  private Reply issue(JsonNode instance, ObjectNode credential) {
    return post(instance, "issue", request(credential));
  }

  private Reply issue(JsonNode instance, ObjectNode credential, String key) {
    return Institution.service()
        .post(institution.path("/issuers/" + instance.at("/id").asText() + "/credentials/issue"))
        .bearer(institution.token())
        .header("Idempotency-Key", key)
        .json(request(credential))
        .send();
  }

  private static UUID listOf(JsonObject entry) {
    String list = entry.getString("statusListCredential");
    return UUID.fromString(list.substring(list.lastIndexOf('/') + 1));
  }

  private Reply setSuspension(JsonNode instance, String credential, String status) {
    return post(
        instance,
        "status",
        """
        {"credentialId": "%s",
         "credentialStatus": {"type": "BitstringStatusListEntry", "statusPurpose": "suspension", "status": %s}}
        """
            .formatted(credential, status));
  }

  private Reply setStatus(JsonNode instance, String credential, String status) {
    return post(
        instance,
        "status",
        """
        {"credentialId": "%s",
         "credentialStatus": [{"type": "BitstringStatusListEntry", "status": %s}]}
        """
            .formatted(credential, status));
  }

  /** As a program does that sends the entry back which it got. */
  private Reply setEntry(JsonNode instance, JsonObject credential, String status) {
    return post(
        instance,
        "status",
        "{\"credentialId\": \"%s\", \"credentialStatus\": %s, \"status\": %s}"
            .formatted(
                credential.getString("id"), credential.getJsonObject("credentialStatus"), status));
  }

  private Reply post(JsonNode instance, String operation, String request) {
    return institution.post(
        "/issuers/" + instance.at("/id").asText() + "/credentials/" + operation, request);
  }

  private static JsonObject signed(Reply issued) throws Exception {
    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
    return StrictJson.parse(issued.body().getBytes(StandardCharsets.UTF_8))
        .getJsonObject("verifiableCredential");
  }

  /** By a verifier that knows every key of its did:web by its name. */
  private static ProofResult verified(JsonObject signed) throws Exception {
    return ProofVerifier.standard(VcApiTest::key)
        .verify(
            signed,
            StrictJsonLd.standard().cover(ProofVerifier.withoutProof(signed)),
            Did.issuerOf(signed).orElseThrow(),
            Instant.now());
  }

  private static IssuerKeys.Answer key(VerificationMethodId method) {
    return IssuerKeys.Held.always(PublicKey.fromMultibase(method.fragment()).orElseThrow());
  }

  private static int bit(TopicProbe topics, UUID list, int index) {
    var published = Institution.announcedList(topics, list);
    var reading =
        new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(VcApiTest::key))
            .read(published.credential().getBytes(StandardCharsets.UTF_8), Instant.now());
    return ((StatusListVerifier.Trusted) reading).list().bit(index).orElseThrow();
  }
}
