package org.mikromerit.registry.portfolio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.Topic;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;
import org.mikromerit.registry.Deliveries;
import org.mikromerit.registry.OtherRegistry;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.SignedDeliveries;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
@TestProfile(OtherRegistry.IsTrusted.class)
class ImportTest {
  private static final SigningKey STRANGER =
      SoftwareKey.ed25519("a registry that nobody trusts, 3".getBytes(StandardCharsets.US_ASCII));
  private static final String BUNDLE = "verification-bundle.jws";

  /** A credential that another registry exported. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Brought(UUID id, byte[] document) {
    String file() {
      return "credentials/" + id + ".json";
    }

    String sdJwt() {
      return "credentials/" + id + ".sd-jwt";
    }
  }

  @Test
  @Tag("LRN-2")
  void whatWasExportedElsewhereIsHereByteForByte() {
    Person lisa = People.withBoth();
    Brought brought = brought("Hygien i vård");

    Response answer = take(lisa, archive(signed(brought, "VALID"), brought));

    answer
        .then()
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("files.state", contains("IMPORTED"))
        .body("bundles.state", contains("KEPT"))
        .body("bundles[0].registry", equalTo("did:web:gamla.example"));
    assertThat(download(lisa, brought).asByteArray()).isEqualTo(brought.document());
    list(lisa)
        .then()
        .body("items", hasSize(1))
        .body("items[0].source", equalTo("IMPORTED"))
        .body("items[0].issuer.name", equalTo("Skolan som den hette"))
        .body("items[0].issuer.organisation", nullValue())
        .body("items[0].status.state", equalTo("STANDING"))
        .body("items[0].status.asOf", equalTo(OtherRegistry.AS_OF));
  }

  @Test
  @Tag("LRN-2")
  void whatAnotherRegistrySaidIsAnnouncedExactlyAsItSignedIt() {
    Brought brought = brought("Hygien");
    String jws = signed(brought, "REVOKED");

    take(People.withBoth(), archive(jws, brought)).then().statusCode(200);

    Await.untilAsserted(
        "the announcement",
        () -> assertThat(announced()).filteredOn(TrustBundleImportedV1::bundle, jws).hasSize(1));
  }

  @Test
  @Tag("LRN-2")
  void aCredentialThatWasRevokedElsewhereSaysSoAndHowOldThatIs() {
    Person lisa = People.withBoth();
    Brought brought = brought("Hygien");

    take(lisa, archive(signed(brought, "REVOKED"), brought)).then().statusCode(200);

    list(lisa)
        .then()
        .body("items[0].status.state", equalTo("REVOKED"))
        .body("items[0].status.reason", equalTo("error"))
        .body("items[0].status.asOf", equalTo(OtherRegistry.AS_OF));
  }

  @Test
  void twiceIsOnce() {
    Person lisa = People.withBoth();
    Brought brought = brought("Hygien");
    byte[] archive = archive(signed(brought, "VALID"), brought);
    take(lisa, archive);

    take(lisa, archive)
        .then()
        .statusCode(200)
        .body("imported", equalTo(0))
        .body("files.state", contains("ALREADY_THERE"))
        .body("bundles.state", contains("KEPT"));

    list(lisa).then().body("items", hasSize(1));
  }

  @Test
  @Tag("LRN-2")
  void anExportOfOursComesBackAndWhatWasBroughtGoesAlongAgain() {
    Person lisa = People.withBoth();
    Person lars = People.withBoth();
    Brought brought = brought("Hygien");
    String jws = signed(brought, "VALID");
    take(lisa, archive(jws, brought));
    byte[] exported = given().auth().oauth2(lisa.token()).get("/portfolio/export").asByteArray();

    assertThat(Archives.files(exported).get("brought/bundle-1.jws")).isEqualTo(ascii(jws));
    take(lars, exported)
        .then()
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("bundles.state", contains("OURS", "KEPT"));
  }

  @Test
  @Tag("LRN-2")
  @Tag("S4")
  void whatSomebodyBringsIsTheirsAlone() {
    Person lisa = People.withBoth();
    Brought brought = brought("Hygien");

    take(lisa, archive(signed(brought, "VALID"), brought));

    download(People.withBoth(), brought).then().statusCode(404);
  }

  @Test
  void whatNobodyThatWeTrustSignedTellsNothing() {
    Person lisa = People.withBoth();
    Brought brought = brought("Hygien");
    String jws =
        OtherRegistry.sign(
            STRANGER,
            VerificationMethodId.of(new Did("did:web:fejk.example"), STRANGER.publicKey()),
            OtherRegistry.payload("did:web:fejk.example", brought.id(), "VALID"));

    take(lisa, archive(jws, brought))
        .then()
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("bundles.state", contains("UNTRUSTED"));

    list(lisa).then().body("items[0].status.state", equalTo("UNDECIDED"));
    assertThat(announced()).extracting(TrustBundleImportedV1::bundle).doesNotContain(jws);
  }

  static Stream<Arguments> unsoundBundles() {
    Brought brought = brought("Hygien");
    String sound = signed(brought, "VALID");
    int payload = sound.indexOf('.') + 1;
    String changed =
        sound.substring(0, payload)
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    OtherRegistry.payload("did:web:gamla.example", brought.id(), "REVOKED"))
            + sound.substring(sound.lastIndexOf('.'));
    return Stream.of(
        Arguments.of("a changed payload", changed),
        Arguments.of(
            "a stranger's signature",
            OtherRegistry.sign(
                STRANGER,
                OtherRegistry.METHOD,
                OtherRegistry.payload("did:web:gamla.example", brought.id(), "VALID"))),
        Arguments.of(
            "in another's name",
            OtherRegistry.sign(
                OtherRegistry.KEY,
                OtherRegistry.METHOD,
                OtherRegistry.payload("did:web:annan.example", brought.id(), "VALID"))),
        Arguments.of(
            "of another type",
            CompactJws.sign(
                "mikromerit-trust-list+jwt",
                OtherRegistry.payload("did:web:gamla.example", brought.id(), "VALID"),
                OtherRegistry.KEY,
                OtherRegistry.METHOD)),
        Arguments.of(
            "of no statuses",
            OtherRegistry.sign(
                OtherRegistry.KEY,
                OtherRegistry.METHOD,
                ascii(
                    "{\"registry\":\"did:web:gamla.example\",\"issuedAt\":\"2026-06-01T08:00:00Z\"}"))),
        Arguments.of(
            "of no time",
            OtherRegistry.sign(
                OtherRegistry.KEY,
                OtherRegistry.METHOD,
                ascii(
                    "{\"registry\":\"did:web:gamla.example\",\"issuedAt\":\"soon\",\"statuses\":[]}"))),
        Arguments.of(
            "from the future",
            OtherRegistry.sign(
                OtherRegistry.KEY,
                OtherRegistry.METHOD,
                ascii(
                    "{\"registry\":\"did:web:gamla.example\",\"issuedAt\":\"2999-01-01T00:00:00Z\",\"statuses\":[]}"))),
        Arguments.of(
            "of an unknown status",
            OtherRegistry.sign(
                OtherRegistry.KEY,
                OtherRegistry.METHOD,
                OtherRegistry.payload("did:web:gamla.example", brought.id(), "PERHAPS"))),
        Arguments.of("no signature", sound.substring(0, sound.lastIndexOf('.') + 1)),
        Arguments.of("no text", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsoundBundles")
  void anUnsoundBundleIsNotBelieved(String what, String jws) {
    Person lisa = People.withBoth();
    Brought brought = brought("Hygien");

    take(lisa, archive(jws, brought))
        .then()
        .statusCode(200)
        .body("bundles.state", contains("UNSOUND"));

    assertThat(announced()).extracting(TrustBundleImportedV1::bundle).doesNotContain(jws);
  }

  @Test
  @Tag("LRN-2")
  void whatCanBeShownInPartsCanBeShownInPartsElsewhereToo() {
    Person lisa = People.withBoth();
    Brought brought = inParts("Hygiene in care");
    String sdJwt = SignedDeliveries.sdJwt(text(brought));

    take(lisa, archive(brought, ascii(sdJwt)))
        .then()
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("files.state", contains("IMPORTED", "IMPORTED"));

    choices(lisa, brought)
        .then()
        .body("inParts", equalTo(true))
        .body("choices", hasItem("/credentialSubject/result"));
    byte[] exported = given().auth().oauth2(lisa.token()).get("/portfolio/export").asByteArray();
    assertThat(Archives.files(exported).get(brought.sdJwt())).isEqualTo(ascii(sdJwt));
    Person lars = People.withBoth();
    take(lars, exported).then().body("files.state", contains("IMPORTED", "IMPORTED"));
    choices(lars, brought).then().body("inParts", equalTo(true));
  }

  static Stream<Arguments> whatIsNotTheSameInParts() {
    Brought brought = inParts("Hygiene in care");
    byte[] good = ascii(SignedDeliveries.sdJwt(text(brought)));
    byte[] another =
        ascii(SignedDeliveries.sdJwt(text(brought).replace("Passed with distinction", "Passed")));
    return Stream.of(
        Arguments.of("ANOTHER_CREDENTIAL", brought, another, another),
        Arguments.of("NO_CREDENTIAL", brought, ascii("{}"), ascii("{}")),
        Arguments.of("DIGEST_DIFFERS", brought, good, another),
        Arguments.of("NOT_IN_MANIFEST", brought, good, null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsNotTheSameInParts")
  void aCredentialWhoseOtherFormIsNotTheSameComesWhole(
      String state, Brought brought, byte[] sdJwt, byte @Nullable [] meant) {
    Person lisa = People.withBoth();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", manifest(entry(brought, meant)));
    files.put(brought.file(), brought.document());
    files.put(brought.sdJwt(), sdJwt);

    take(lisa, Archives.of(files))
        .then()
        .statusCode(200)
        .body("imported", equalTo(1))
        .body("files.state", contains("IMPORTED", state));

    choices(lisa, brought).then().body("inParts", equalTo(false));
  }

  @Test
  void whatIsShownInPartsIsNothingWithoutItsCredential() {
    Person lisa = People.withBoth();
    Brought brought = inParts("Hygiene in care");
    byte[] sdJwt = ascii(SignedDeliveries.sdJwt(text(brought)));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", manifest(entry(brought, sdJwt)));
    files.put(brought.sdJwt(), sdJwt);

    take(lisa, Archives.of(files))
        .then()
        .statusCode(200)
        .body("imported", equalTo(0))
        .body("files.state", contains("ANOTHER_CREDENTIAL", "MISSING"));

    list(lisa).then().body("items", empty());
  }

  static Stream<Arguments> filesThatAreNotTakenOver() {
    Brought brought = brought("Hygien");
    Brought other = brought("Annat");
    String file = brought.file();
    return Stream.of(
        Arguments.of("DIGEST_DIFFERS", file, ascii("{}"), manifest(brought)),
        Arguments.of("NOT_IN_MANIFEST", other.file(), other.document(), manifest()),
        Arguments.of(
            "NO_CREDENTIAL", file, ascii("{}"), manifest(new Brought(brought.id(), ascii("{}")))),
        Arguments.of(
            "ANOTHER_CREDENTIAL",
            file,
            other.document(),
            manifest(new Brought(brought.id(), other.document()))),
        Arguments.of("TOO_LARGE", file, new byte[300_000], manifest()),
        Arguments.of("UNKNOWN_NAME", "../../etc/passwd", brought.document(), manifest()),
        Arguments.of(
            "UNKNOWN_NAME",
            "/credentials/" + brought.id() + ".json",
            brought.document(),
            manifest()),
        Arguments.of(
            "UNKNOWN_NAME",
            "credentials/../" + brought.id() + ".json",
            brought.document(),
            manifest()),
        Arguments.of(
            "UNKNOWN_NAME",
            "credentials\\" + brought.id() + ".json",
            brought.document(),
            manifest()),
        Arguments.of("UNKNOWN_NAME", "x".repeat(10_000), new byte[0], manifest()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("filesThatAreNotTakenOver")
  void aFileThatIsNotWhatItShouldBeIsReportedAndNotTakenOver(
      String state, String name, byte[] content, byte[] manifest) {
    Person lisa = People.withBoth();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", manifest);
    files.put(name, content);

    take(lisa, Archives.of(files))
        .then()
        .statusCode(200)
        .body("imported", equalTo(0))
        .body("files.state", contains(state));

    list(lisa).then().body("items", empty());
  }

  @Test
  void aFileThatTheManifestNamesAndThatIsNotThereIsMissing() {
    Brought brought = brought("Hygien");

    take(People.withBoth(), Archives.of(Map.of("manifest.json", manifest(brought))))
        .then()
        .statusCode(200)
        .body("files.state", contains("MISSING"));
  }

  static Stream<Arguments> whatIsNoPortfolio() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    many.put("manifest.json", manifest());
    for (int i = 0; i < 2_100; i++) {
      many.put("file" + i, new byte[0]);
    }
    Map<String, byte[]> bomb = new LinkedHashMap<>();
    bomb.put("manifest.json", manifest());
    bomb.put("bomb", new byte[80_000_000]);
    byte[] sound = Archives.of(Map.of("manifest.json", manifest()));
    byte[] cut = java.util.Arrays.copyOf(sound, 40);
    return Stream.of(
        Arguments.of("nothing", new byte[0]),
        Arguments.of("text", ascii("credentials")),
        Arguments.of("a cut archive", cut),
        Arguments.of("no manifest", Archives.of(Map.of("README.txt", ascii("hello")))),
        Arguments.of("no JSON", Archives.of(Map.of("manifest.json", ascii("{")))),
        Arguments.of(
            "another format",
            Archives.of(
                Map.of("manifest.json", ascii("{\"format\":\"other/1\",\"credentials\":[]}")))),
        Arguments.of("too many files", Archives.of(many)),
        Arguments.of("a bomb", Archives.of(bomb)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsNoPortfolio")
  void whatIsNoPortfolioIsRefusedWhole(String what, byte[] archive) {
    take(People.withBoth(), archive)
        .then()
        .statusCode(422)
        .body("type", equalTo("https://mikromerit.org/problems/no-portfolio"));
  }

  @Test
  void anArchiveBeyondTheBoundIsRefused() {
    take(People.withBoth(), new byte[16_777_217]).then().statusCode(413);
  }

  private static Brought brought(String title) {
    UUID id = UUID.randomUUID();
    String document =
        Deliveries.document(id, UUID.randomUUID(), title, "2026-05-20T00:00:00Z")
            .replace("localhost%3A8082", "gamla.example");
    return new Brought(id, document.getBytes(StandardCharsets.UTF_8));
  }

  /** One that its issuer signed to be shown in parts, too. */
  private static Brought inParts(String title) {
    UUID id = UUID.randomUUID();
    String document = SignedDeliveries.document(id, UUID.randomUUID(), title);
    return new Brought(id, document.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Brought brought) {
    return new String(brought.document(), StandardCharsets.UTF_8);
  }

  private static byte[] archive(Brought brought, byte[] sdJwt) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("manifest.json", manifest(entry(brought, sdJwt)));
    files.put(brought.file(), brought.document());
    files.put(brought.sdJwt(), sdJwt);
    return Archives.of(files);
  }

  private static String entry(Brought brought, byte @Nullable [] sdJwt) {
    String inParts =
        sdJwt == null
            ? ""
            : ",\"sdJwt\":{\"file\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(brought.sdJwt(), Deliveries.sha256(sdJwt));
    return "{\"id\":\"%s\",\"file\":\"%s\",\"sha256\":\"%s\"%s}"
        .formatted(brought.id(), brought.file(), Deliveries.sha256(brought.document()), inParts);
  }

  private static byte[] archive(String jws, Brought... brought) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("README.txt", ascii("read me"));
    files.put("manifest.json", manifest(brought));
    files.put(BUNDLE, ascii(jws));
    for (Brought each : brought) {
      files.put(each.file(), each.document());
    }
    return Archives.of(files);
  }

  private static byte[] manifest(String... entries) {
    return ascii(
        "{\"format\":\"mikromerit-portfolio/1\",\"credentials\":["
            + String.join(",", entries)
            + "]}");
  }

  private static byte[] manifest() {
    return manifest(new String[0]);
  }

  private static byte[] manifest(Brought... brought) {
    String[] entries =
        Stream.of(brought)
            .map(
                each ->
                    "{\"id\":\"%s\",\"file\":\"%s\",\"sha256\":\"%s\",\"later\":true}"
                        .formatted(each.id(), each.file(), Deliveries.sha256(each.document())))
            .toArray(String[]::new);
    return manifest(entries);
  }

  private static String signed(Brought brought, String status) {
    return OtherRegistry.says(brought.id(), status);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Response take(Person person, byte[] archive) {
    return given()
        .auth()
        .oauth2(person.token())
        .contentType("application/zip")
        .body(archive)
        .post("/portfolio/imports");
  }

  private static Response list(Person person) {
    return given().auth().oauth2(person.token()).get("/portfolio");
  }

  private static Response choices(Person person, Brought brought) {
    return given().auth().oauth2(person.token()).get("/portfolio/{id}/choices", brought.id());
  }

  private static Response download(Person person, Brought brought) {
    return given().auth().oauth2(person.token()).get("/portfolio/{id}", brought.id());
  }

  private static List<TrustBundleImportedV1> announced() {
    try (TopicProbe topics = new TopicProbe()) {
      return topics.read(Topic.TRUST_BUNDLE, TrustBundleImportedV1.class).stream()
          .map(event -> event.data())
          .toList();
    }
  }
}
