package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What programs learn that ask over the W3C's API. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class VcApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREDENTIALS = "/credentials/verify";
  private static final String PRESENTATIONS = "/presentations/verify";

  private final TopicProbe topics = new TopicProbe();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  @Tag("VER-1")
  void aStrangerThatIsItsKeyIsVerifiedWithAWarning() {
    Reply reply = ask(CREDENTIALS, example(CREDENTIALS));

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("verified").asBoolean()).isTrue();
    assertThat(reply.json().at("/verdict/conclusion").asText()).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(reply.json().at("/checks")).hasSize(2);
  }

  @Test
  @Tag("VER-1")
  void whatTheRegisterKnowsIsVerifiedUntilItIsTakenBack() {
    School school = School.authorised(topics, KeyType.P384);
    UUID credential = UUID.randomUUID();
    String document = school.issues(credential, 31);
    Employer.awaitVerdict(document, "VALID");
    ObjectNode request = request(document);

    Reply before = ask(CREDENTIALS, request);
    school.announceRevoked(credential);
    Employer.awaitVerdict(document, "INVALID");
    Reply after = ask(CREDENTIALS, request);
    Reply narrowed = ask(CREDENTIALS, request.deepCopy().set("options", checks("proof")));

    assertThat(before.status()).as(before.body()).isEqualTo(200);
    assertNotVerified(after, "revoked");
    assertThat(narrowed.status()).as("the proof still holds").isEqualTo(200);
  }

  @Test
  @Tag("VER-2")
  void whoSignedItIsNeverLeftOut() {
    ObjectNode request = example(CREDENTIALS);
    ((ObjectNode) request.at("/verifiableCredential/credentialSubject")).put("name", "Another");
    request.set("options", checks("credentialStatus"));

    assertNotVerified(ask(CREDENTIALS, request), "proof-broken");
  }

  @Test
  void whatCannotBeCheckedIsNotVerified() {
    School school = new School(topics);
    ObjectNode request = request(school.issues(UUID.randomUUID(), 32));

    assertNotVerified(ask(CREDENTIALS, request), "proof-issuer-keys-unknown");
  }

  @Test
  void aTokenIsVerifiedAsTextAndInItsEnvelope() {
    School school = School.authorised(topics);
    Employer.awaitVerdict(school.issues(UUID.randomUUID(), 33), "VALID");
    String token = school.issuesToken(UUID.randomUUID(), 34);

    assertThat(
            ask(CREDENTIALS, JSON.createObjectNode().put("verifiableCredential", token)).status())
        .isEqualTo(200);
    assertThat(ask(CREDENTIALS, enveloped(token)).status()).isEqualTo(200);
  }

  @Test
  @Tag("VER-2")
  void aProofThatAnybodyPutsBesideAnEnvelopeAnswersNoChallenge() {
    School school = School.authorised(topics);
    Employer.awaitVerdict(school.issues(UUID.randomUUID(), 37), "VALID");
    ObjectNode request = enveloped(school.issuesToken(UUID.randomUUID(), 38));
    ((ObjectNode) request.get("verifiableCredential"))
        .putObject("proof")
        .put("challenge", "c0ffee-1")
        .put("domain", "employer.example");

    assertThat(ask(CREDENTIALS, request).status()).isEqualTo(200);
    request.putObject("options").put("challenge", "c0ffee-1");
    assertNotVerified(ask(CREDENTIALS, request), "proof-challenge-differs");
    request.putObject("options").put("domain", "employer.example");
    assertNotVerified(ask(CREDENTIALS, request), "proof-domain-differs");
  }

  @Test
  @Tag("VER-2")
  void aPresentationThatNobodySignedHasNoPurpose() {
    ObjectNode request = example(PRESENTATIONS);
    presentation(request).remove("proof");
    request.putObject("options").put("expectedProofPurpose", "authentication");

    assertNotVerified(ask(PRESENTATIONS, request), "holder-purpose-differs");
  }

  @Test
  @Tag("VER-2")
  void aPresentationOfThePurposeThatIsExpectedIsVerified() {
    ObjectNode request = example(PRESENTATIONS);
    options(request).put("expectedProofPurpose", "authentication");

    assertThat(ask(PRESENTATIONS, request).status()).isEqualTo(200);
  }

  @Test
  void aTokenMayBeAsLongAsWhereItIsPostedAlone() {
    String token = "e30.".repeat(50_000);

    Reply alone = Employer.post(token, "application/vc+jwt");
    Reply wrapped = ask(CREDENTIALS, JSON.createObjectNode().put("verifiableCredential", token));

    assertThat(alone.status()).as(alone.body()).isEqualTo(wrapped.status());
  }

  @TestFactory
  @Tag("VER-2")
  Stream<DynamicTest> whatIsWrongWithACredentialIsNotVerified() {
    return Stream.of(
        wrong(CREDENTIALS, "proof-missing", r -> credential(r).remove("proof")),
        wrong(CREDENTIALS, "proof-malformed", r -> credential(r).putNull("proof")),
        wrong(CREDENTIALS, "proof-malformed", r -> proof(r).remove("verificationMethod")),
        wrong(CREDENTIALS, "proof-malformed", r -> proof(r).remove("proofPurpose")),
        wrong(CREDENTIALS, "proof-malformed", r -> proof(r).remove("proofValue")),
        wrong(CREDENTIALS, "proof-malformed", r -> proof(r).put("created", "yesterday")),
        wrong(CREDENTIALS, "proof-purpose-wrong", r -> proof(r).put("proofPurpose", "invalid")),
        wrong(CREDENTIALS, "proof-suite-unknown", r -> proof(r).put("type", "UnknownProofType")),
        wrong(CREDENTIALS, "proof-suite-unknown", r -> proof(r).put("cryptosuite", "unknown")),
        wrong(
            CREDENTIALS,
            "proof-broken",
            r -> proof(r).put("proofValue", proof(r).path("proofValue").asText().substring(1))),
        wrong(CREDENTIALS, "member-not-covered", r -> credential(r).remove("type")),
        wrong(CREDENTIALS, "not-a-credential", r -> credential(r).remove("issuer")),
        wrong(CREDENTIALS, "member-not-covered", r -> credential(r).put("undefined", "x")),
        wrong(
            CREDENTIALS,
            "proof-purpose-differs",
            r -> options(r).put("expectedProofPurpose", "authentication")),
        wrong(CREDENTIALS, "proof-challenge-differs", r -> options(r).put("challenge", "c")),
        wrong(CREDENTIALS, "proof-domain-differs", r -> options(r).put("domain", "d.example")));
  }

  @Test
  @Tag("VER-1")
  void whatItsHolderSignedIsVerified() {
    Reply reply = ask(PRESENTATIONS, example(PRESENTATIONS));

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().at("/holder/proven").asBoolean()).isTrue();
    assertThat(reply.json().at("/holder/fresh").asBoolean()).isTrue();
    assertThat(reply.json().at("/credentials")).hasSize(1);
  }

  @Test
  @Tag("VER-2")
  void whoPresentsAnothersCredentialIsNotItsHolder() {
    JsonNode alices = example(CREDENTIALS).get("verifiableCredential");
    SigningKey mallory = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());

    Reply reply = ask(PRESENTATIONS, presentedBy(mallory, alices));

    assertNotVerified(reply, "not-verified");
    assertThat(Employer.finding(reply.json().at("/credentials/0"), "holder-binding").at("/code"))
        .hasToString("\"holder-binding-broken\"");
  }

  @Test
  @Tag("VER-2")
  void whoTakesAwayAnothersKeyBindingIsNotItsHolder() {
    SigningKey alice = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    SigningKey mallory = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    JsonNode credential =
        JSON.createObjectNode()
            .put("@context", "https://www.w3.org/ns/credentials/v2")
            .put("type", "EnvelopedVerifiableCredential")
            .put("id", "data:application/vc+sd-jwt," + boundTo(alice));

    Reply stolen = ask(PRESENTATIONS, presentedBy(mallory, credential));
    Reply own = ask(PRESENTATIONS, presentedBy(alice, credential));

    assertNotVerified(stolen, "not-verified");
    assertThat(stolen.body()).contains("holder-binding-broken");
    assertThat(own.status()).as(own.body()).isEqualTo(200);
    assertThat(own.body()).contains("holder-binding-shown");
  }

  /** As short as an envelope within a presentation must be. */
  private static String boundTo(SigningKey holder) {
    SigningKey issuer = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    JsonObject credential =
        JsonTree.object()
            .add("@context", JsonTree.array().add("https://www.w3.org/ns/credentials/v2"))
            .add("type", JsonTree.array().add("VerifiableCredential"))
            .add("issuer", DidKey.of(issuer.publicKey()).value())
            .add("validFrom", "2026-05-20T12:00:00Z")
            .add("credentialSubject", JsonTree.object().add("name", "Alice"))
            .build();
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            credential,
            HolderChoice.standard(),
            Optional.of(holder.publicKey()),
            issuer,
            DidKey.verificationMethod(issuer.publicKey()),
            Instant.parse("2026-05-20T12:00:00Z"))
        .text();
  }

  @Test
  void whatNobodySignedIsVerifiedAsNobodys() {
    ObjectNode request = example(PRESENTATIONS);
    presentation(request).remove("proof");
    request.remove("options");

    Reply reply = ask(PRESENTATIONS, request);

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().at("/holder/proven").asBoolean()).isFalse();
    assertThat(reply.json().at("/holder").has("id")).isFalse();
  }

  @Test
  @Tag("VER-1")
  void aPresentationMayBeATokenAsTextOrInItsEnvelope() {
    School school = School.authorised(topics);
    String document = school.issues(UUID.randomUUID(), 39);
    Employer.awaitVerdict(document, "VALID");
    JsonNode credential = request(document).get("verifiableCredential");
    SigningKey holder = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    String token = presented("c1", holder, credential);
    ObjectNode request = JSON.createObjectNode().put("verifiablePresentation", token);
    request.putObject("options").put("challenge", "c1").put("domain", "employer.example");
    ObjectNode enveloped = request.deepCopy();
    enveloped
        .putObject("verifiablePresentation")
        .put("@context", "https://www.w3.org/ns/credentials/v2")
        .put("type", "EnvelopedVerifiablePresentation")
        .put("id", "data:application/vp+jwt," + token);

    Reply asText = ask(PRESENTATIONS, request);

    assertThat(asText.status()).as(asText.body()).isEqualTo(200);
    assertThat(asText.json().at("/holder/fresh").asBoolean()).isTrue();
    assertThat(asText.json().at("/credentials")).hasSize(1);
    assertThat(ask(PRESENTATIONS, enveloped).status()).isEqualTo(200);
    assertNotVerified(
        ask(
            PRESENTATIONS,
            request.put("verifiablePresentation", presented("c2", holder, credential))),
        "holder-challenge-differs");
    assertNotVerified(
        ask(
            PRESENTATIONS,
            request.put(
                "verifiablePresentation", token.substring(0, token.lastIndexOf('.') + 1) + "AAAA")),
        "holder-proof-broken");
  }

  /** Signed by them as its holder, for the challenge that is given. */
  private static JsonNode presentedBy(SigningKey holder, JsonNode credential) {
    ObjectNode request =
        JSON.createObjectNode()
            .put("verifiablePresentation", presented("c0ffee-1", holder, credential));
    request.putObject("options").put("challenge", "c0ffee-1");
    return request;
  }

  private static String presented(String challenge, SigningKey holder, JsonNode credential) {
    ObjectNode claims = JSON.createObjectNode();
    claims.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
    claims.putArray("type").add("VerifiablePresentation");
    claims.put("holder", DidKey.of(holder.publicKey()).value());
    claims.putArray("verifiableCredential").add(credential);
    claims.put("nonce", challenge).put("aud", "employer.example");
    return CompactJws.sign(
        "vp+jwt",
        claims.toString().getBytes(StandardCharsets.UTF_8),
        holder,
        DidKey.verificationMethod(holder.publicKey()));
  }

  @Test
  void oneBadCredentialAmongGoodOnesIsTold() {
    ObjectNode request = example(PRESENTATIONS);
    request.remove("options");
    presentation(request).remove("proof");
    var shown = (ArrayNode) presentation(request).get("verifiableCredential");
    ObjectNode bad = shown.get(0).deepCopy();
    ((ObjectNode) bad.get("credentialSubject")).put("name", "Another");
    shown.add(bad);

    Reply reply = ask(PRESENTATIONS, request);

    assertNotVerified(reply, "not-verified");
    assertThat(reply.json().at("/errors/0/credential").asInt()).isEqualTo(1);
    assertThat(reply.json().at("/credentials/0/conclusion").asText())
        .isEqualTo("VALID_WITH_WARNINGS");
    assertThat(reply.json().at("/credentials/1/conclusion").asText()).isEqualTo("INVALID");
  }

  @TestFactory
  @Tag("VER-2")
  Stream<DynamicTest> whatIsWrongWithAPresentationIsNotVerified() {
    return Stream.of(
        wrong(PRESENTATIONS, "holder-challenge-differs", r -> options(r).put("challenge", "x")),
        wrong(
            PRESENTATIONS,
            "holder-purpose-differs",
            r -> options(r).put("expectedProofPurpose", "assertionMethod")),
        wrong(PRESENTATIONS, "holder-domain-differs", r -> options(r).put("domain", "x.example")),
        wrong(PRESENTATIONS, "holder-proof-missing", r -> presentation(r).remove("proof")),
        wrong(PRESENTATIONS, "holder-proof-broken", r -> presentation(r).putNull("proof")),
        wrong(
            PRESENTATIONS,
            "holder-holder-differs",
            r ->
                presentation(r)
                    .put("holder", "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK")),
        wrong(PRESENTATIONS, "holder-proof-broken", r -> presentation(r).remove("holder")),
        wrong(PRESENTATIONS, "holder-not-covered", r -> presentation(r).put("undefined", "x")),
        wrong(
            PRESENTATIONS,
            "holder-proof-broken",
            r -> ((ArrayNode) presentation(r).get("verifiableCredential")).removeAll()),
        wrong(
            PRESENTATIONS,
            "holder-empty",
            r -> {
              r.remove("options");
              presentation(r).remove("proof");
              presentation(r).remove("verifiableCredential");
            }));
  }

  @Test
  void tenThousandCredentialsAreNotLookedAt() {
    ObjectNode request = example(PRESENTATIONS);
    ArrayNode shown = presentation(request).putArray("verifiableCredential");
    for (int i = 0; i < 10_000; i++) {
      shown.addObject();
    }

    Reply reply = ask(PRESENTATIONS, request);

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/credentials/verify|{}",
        "/credentials/verify|[]",
        "/credentials/verify|{\"verifiableCredential\": 7}",
        "/credentials/verify|{\"verifiableCredential\": \"x\"}",
        "/credentials/verify|{\"verifiableCredential\": null}",
        "/credentials/verify|{\"verifiableCredential\": {}, \"surprise\": 1}",
        "/presentations/verify|{}",
        "/presentations/verify|{\"verifiablePresentation\": \"x\"}",
        "/presentations/verify|{\"verifiablePresentation\": \"eyJhbGciOiJub25lIn0.e30.\"}",
        "/presentations/verify|{\"verifiablePresentation\": 7}",
        "/presentations/verify|{\"verifiablePresentation\": {}}",
        "/presentations/verify|{\"verifiablePresentation\": {\"type\": \"VerifiablePresentation\"}}"
      })
  void whatIsNoRequestIsRefused(String path, String request) {
    assertThat(ask(path, request).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"checks\": \"everything\"}",
        "{\"checks\": [1]}",
        "{\"checks\": [\"none\"]}",
        "{\"challenge\": 7}",
        "{\"challenge\": \"\"}",
        "{\"domain\": [\"a\"]}",
        "{\"now\": \"2020-01-01T00:00:00Z\"}"
      })
  void optionsThatAreNotKnownAreRefused(String options) throws Exception {
    ObjectNode request = example(CREDENTIALS);
    request.set("options", JSON.readTree(options));

    assertThat(ask(CREDENTIALS, request).status()).isEqualTo(400);
  }

  @Test
  void askingForNoCheckIsAskingForAll() throws Exception {
    ObjectNode request = example(CREDENTIALS);
    request.set("options", JSON.readTree("{\"checks\": []}"));

    Reply reply = ask(CREDENTIALS, request);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/verdict/findings").findValuesAsText("check")).contains("time");
  }

  private static DynamicTest wrong(String path, String code, Consumer<ObjectNode> change) {
    ObjectNode request = example(path);
    change.accept(request);
    return DynamicTest.dynamicTest(
        code + " " + request.toString().length(),
        () -> assertNotVerified(ask(path, request), code));
  }

  private static void assertNotVerified(Reply reply, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(422);
    assertThat(reply.json().path("type").asText()).endsWith("/not-verified");
    assertThat(reply.json().path("verified").asBoolean(true)).isFalse();
    assertThat(reply.json().path("errors").findValuesAsText("code")).contains(code);
  }

  private static ObjectNode enveloped(String token) {
    ObjectNode request = JSON.createObjectNode();
    request
        .putObject("verifiableCredential")
        .put("@context", "https://www.w3.org/ns/credentials/v2")
        .put("type", "EnvelopedVerifiableCredential")
        .put("id", "data:application/vc+jwt," + token);
    return request;
  }

  private static ObjectNode checks(String check) {
    ObjectNode options = JSON.createObjectNode();
    options.putArray("checks").add(check);
    return options;
  }

  private static ObjectNode credential(ObjectNode request) {
    return (ObjectNode) request.get("verifiableCredential");
  }

  private static ObjectNode presentation(ObjectNode request) {
    return (ObjectNode) request.get("verifiablePresentation");
  }

  private static ObjectNode proof(ObjectNode request) {
    return (ObjectNode) request.at("/verifiableCredential/proof");
  }

  private static ObjectNode options(ObjectNode request) {
    return (ObjectNode) request.get("options");
  }

  private static ObjectNode request(String document) {
    try {
      ObjectNode request = JSON.createObjectNode();
      request.set("verifiableCredential", JSON.readTree(document));
      return request;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The request that the API description shows, which holds for ever. */
  private static ObjectNode example(String path) {
    return OpenApi.of(service()).operations().stream()
        .filter(operation -> operation.path().equals(path))
        .map(operation -> (ObjectNode) operation.example())
        .findFirst()
        .orElseThrow()
        .deepCopy();
  }

  private static Reply ask(String path, JsonNode request) {
    return ask(path, request.toString());
  }

  private static Reply ask(String path, String request) {
    return service().post(path).json(request).send();
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
