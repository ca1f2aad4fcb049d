package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What somebody learns to whom a learner gave an exported portfolio. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("LRN-2")
class ExportTest {
  private static final String BUNDLE = "verification-bundle.jws";

  private final TopicProbe topics = new TopicProbe();
  private final UUID credential = UUID.randomUUID();

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  void eachDocumentIsJudgedByTheBundleOfATrustedRegistry() {
    School school = elsewhere();
    UUID revoked = UUID.randomUUID();
    var files = new LinkedHashMap<String, String>();
    files.put("README.txt", "Read me");
    files.put(file(credential), school.issues(credential, 1));
    files.put(file(revoked), school.issues(revoked, 2));
    files.put("credentials/broken.json", "{\"a\":");
    files.put(BUNDLE, OtherRegistry.signed(OtherRegistry.says(school, 2)));

    JsonNode told = verified(files);

    assertThat(told.at("/bundles/0/trusted").asBoolean()).isTrue();
    assertThat(told.at("/bundles/0/registry").asText()).isEqualTo(OtherRegistry.DID.value());
    assertThat(told.at("/bundles/0/issuedAt").asText()).isEqualTo(OtherRegistry.AS_OF.toString());
    assertThat(told.at("/bundles/0/ageSeconds").asLong()).isGreaterThan(800_000);
    assertThat(told.at("/files")).hasSize(3);
    assertThat(told.at("/files/0/name").asText()).isEqualTo(file(credential));
    assertThat(conclusion(told, 0)).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(conclusion(told, 1)).isEqualTo("INVALID");
    assertThat(told.at("/files/2/malformed").asText()).isEqualTo("not-json");
  }

  @Test
  void withoutABundleAStrangersDocumentIsUndecided() {
    JsonNode told = verified(Map.of(file(credential), elsewhere().issues(credential, 3)));

    assertThat(told.path("bundles")).isEmpty();
    assertThat(conclusion(told, 0)).isEqualTo("UNDECIDED");
  }

  @Test
  @Tag("S1")
  void aBundleThatNobodyTrustedSignedCountsForNothing() {
    School school = elsewhere();

    JsonNode told =
        verified(
            Map.of(
                file(credential),
                school.issues(credential, 4),
                BUNDLE,
                OtherRegistry.forged(OtherRegistry.says(school))));

    assertThat(told.at("/bundles/0/trusted").asBoolean()).isFalse();
    assertThat(told.at("/bundles/0").has("issuedAt")).isFalse();
    assertThat(conclusion(told, 0)).isEqualTo("UNDECIDED");
  }

  @Test
  void whatWeKnowOurselvesComesFirst() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 5);
    Employer.awaitVerdict(document, "VALID");
    school.announceRevoked(credential);
    Employer.awaitVerdict(document, "INVALID");

    JsonNode told =
        verified(
            Map.of(
                file(credential),
                document,
                BUNDLE,
                OtherRegistry.signed(OtherRegistry.says(school))));

    assertThat(conclusion(told, 0)).isEqualTo("INVALID");
  }

  @Test
  void eachOfSeveralBundlesIsHeard() {
    School one = elsewhere();
    School other = elsewhere();
    UUID second = UUID.randomUUID();
    var files = new LinkedHashMap<String, String>();
    files.put(file(credential), one.issues(credential, 7));
    files.put(file(second), other.issues(second, 8));
    files.put(BUNDLE, OtherRegistry.signed(OtherRegistry.says(one)));
    files.put("brought/bundle-1.jws", OtherRegistry.signed(OtherRegistry.says(other)));

    JsonNode told = verified(files);

    assertThat(told.path("bundles")).hasSize(2);
    assertThat(conclusion(told, 0)).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(conclusion(told, 1)).isEqualTo("VALID_WITH_WARNINGS");
  }

  @Test
  void aBundleOfOurOwnRegisterIsToldAsThatAndNotNeeded() {
    School school = School.authorised(topics);
    String document = school.issues(credential, 9);
    Employer.awaitVerdict(document, "VALID");

    JsonNode told =
        verified(Map.of(file(credential), document, BUNDLE, OtherRegistry.ours(school)));

    assertThat(told.at("/bundles/0/ours").asBoolean()).isTrue();
    assertThat(told.at("/bundles/0").has("issuedAt")).isFalse();
    assertThat(conclusion(told, 0)).isEqualTo("VALID");
  }

  @Test
  void aDocumentThatWasChangedInTheArchiveIsInvalid() {
    School school = elsewhere();

    JsonNode told =
        verified(
            Map.of(
                file(credential),
                school.issues(credential, 6).replace("Öberg", "Oberg"),
                BUNDLE,
                OtherRegistry.signed(OtherRegistry.says(school))));

    assertThat(conclusion(told, 0)).isEqualTo("INVALID");
    assertThat(told.toString()).doesNotContain("Oberg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../credentials/a.json",
        "credentials/../../a.json",
        "/credentials/a.json",
        "credentials\\a.json",
        "c:a.json"
      })
  @Tag("S2")
  void anUnsafeNameIsRefused(String name) {
    assertRefused(post(OtherRegistry.zip(Map.of(name, "{}"))), 400, "name-unsafe");
  }

  @Test
  @Tag("S2")
  void whatUnpacksToMoreThanAPortfolioIsRefused() {
    byte[] bomb = OtherRegistry.zip(Map.of("portfolio.pdf", "0".repeat(40 * 1024 * 1024)));
    byte[] large = OtherRegistry.zip(Map.of(file(credential), "0".repeat(300_000)));

    assertRefused(post(bomb), 413, "too-large");
    assertRefused(post(large), 413, "too-large");
  }

  @Test
  @Tag("S2")
  void moreFilesThanAreJudgedAreRefused() {
    var files = new LinkedHashMap<String, String>();
    for (int i = 0; i < 1_001; i++) {
      files.put(file(UUID.randomUUID()), "{}");
    }

    assertRefused(post(OtherRegistry.zip(files)), 413, "too-many-files");
  }

  @Test
  @Tag("LRN-2")
  void eachFileMayBeThereToBeShownInPartsToo() {
    var files = new LinkedHashMap<String, String>();
    for (int i = 0; i < 1_000; i++) {
      UUID id = UUID.randomUUID();
      files.put(file(id), "{}");
      files.put("credentials/" + id + ".sd-jwt", "e30~");
    }

    JsonNode told = verified(files);

    assertThat(told.path("files")).hasSize(1_000);
  }

  @Test
  @Tag("S2")
  void moreThanTheBoundIsNotRead() {
    assertThat(post(new byte[5 * 1024 * 1024]).status()).isEqualTo(413);
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    byte[] archive = OtherRegistry.zip(Map.of(file(credential), "{}".repeat(2_000)));

    assertRefused(post("{}".getBytes(StandardCharsets.UTF_8)), 400, "not-a-zip");
    assertRefused(post(new byte[0]), 400, "not-a-zip");
    assertRefused(post(Arrays.copyOf(archive, 60)), 400, "not-a-zip");
  }

  private School elsewhere() {
    return new School(topics, OtherRegistry.PUBLIC);
  }

  private static String file(UUID id) {
    return "credentials/" + id + ".json";
  }

  private static JsonNode verified(Map<String, String> files) {
    Reply reply = post(OtherRegistry.zip(files));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static String conclusion(JsonNode told, int file) {
    return told.at("/files/" + file + "/verdict/conclusion").asText();
  }

  private static void assertRefused(Reply reply, int status, String reason) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.json().at("/reason").asText()).isEqualTo(reason);
  }

  private static Reply post(byte[] archive) {
    return new Http("http://localhost:" + RestAssured.port)
        .post("/verify/export")
        .body("application/zip", archive)
        .send();
  }
}
