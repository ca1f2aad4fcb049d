package org.mikromerit.registry.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.registry.Register;
import org.mikromerit.registry.organisation.PublicAddress;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** The signed list, read with nothing but the JDK: what another program makes of it. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class TrustListTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DOT = Pattern.compile("\\.");

  @Inject TrustListVersions versions;
  @Inject TrustListChanges changes;
  @Inject IssuerStatements statements;
  @Inject ObjectMapper json;
  @Inject PublicationConfig config;
  @Inject PublicAddress address;
  @Inject RegistrySigner signer;
  @Inject InstantSource clock;
  @Inject UserTransaction transaction;

  @Test
  void anotherProgramBelievesTheSignedList() throws Exception {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan i Åre ®🎓");

    String list = newestThatTells(organisation);

    assertThat(header(list).path("alg").asText()).isEqualTo("EdDSA");
    assertThat(header(list).path("typ").asText()).isEqualTo("mikromerit-trust-list+jwt");
    assertThat(isSignedByTheRegistry(list)).isTrue();
    JsonNode content = content(list);
    assertThat(content.path("iss").asText()).isEqualTo("did:web:localhost%3A8082");
    assertThat(Instant.ofEpochSecond(content.path("exp").asLong())).isAfter(clock.instant());
    JsonNode issuer = issuer(content, organisation).orElseThrow();
    assertThat(issuer.path("name").asText()).isEqualTo("Vårdskolan i Åre ®🎓");
    assertThat(issuer.path("did").asText()).isEqualTo(Register.didOf(organisation));
    assertThat(issuer.path("state").asText()).isEqualTo("AUTHORISED");
  }

  @Test
  void whatWasChangedIsBelievedByNobody() throws Exception {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    String[] parts = DOT.split(newestThatTells(organisation), -1);
    String changed = content(String.join(".", parts)).toString().replace("AUTHORISED", "WITHDRAWN");

    parts[1] =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(changed.getBytes(StandardCharsets.UTF_8));

    assertThat(isSignedByTheRegistry(String.join(".", parts))).isFalse();
  }

  @Test
  @Tag("QA-4")
  void whoIsNoLongerAuthorisedStaysInTheListWithTheirHistory() throws Exception {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    newestThatTells(organisation);

    Register.decide(organisation, "WITHDRAW", "Brister i bedömningen").then().statusCode(200);

    Await.untilAsserted(
        "the withdrawal in the signed list",
        () -> {
          JsonNode issuer = issuer(content(newest()), organisation).orElseThrow();
          assertThat(issuer.path("state").asText()).isEqualTo("WITHDRAWN");
          assertThat(issuer.path("history").findValuesAsText("state"))
              .containsExactly("APPLIED", "IN_REVIEW", "AUTHORISED", "WITHDRAWN");
          assertThat(issuer.path("history").path(3).path("reason").asText())
              .isEqualTo("Brister i bedömningen");
        });
  }

  @Test
  @Tag("QA-4")
  void anAccreditationThatEndedStaysInTheListWithItsDates() throws Exception {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    String accreditation = Register.anAccreditation(organisation);
    Await.untilAsserted(
        "the accreditation in the signed list",
        () ->
            assertThat(accreditations(organisation).path(0).path("accreditationId").asText())
                .isEqualTo(accreditation));

    Register.post(
            Register.rut(),
            organisation,
            "accreditations/" + accreditation + "/withdrawal",
            "{\"reason\": \"Återkallat\"}")
        .then()
        .statusCode(200);

    Await.untilAsserted(
        "its end in the signed list",
        () ->
            assertThat(accreditations(organisation).path(0).path("withdrawnAt").isTextual())
                .isTrue());
  }

  @Test
  void whoWasNeverAuthorisedIsNotInIt() throws Exception {
    UUID applicant = Register.anApplicant("Väntar");
    UUID refused = Register.anApplicant("Snabbkurs");
    Register.decide(refused, "REFUSE", "Nej").then().statusCode(200);

    JsonNode content = content(newestThatTells(Register.anAuthorisedOrganisation("Vårdskolan")));

    assertThat(issuer(content, applicant)).isEmpty();
    assertThat(issuer(content, refused)).isEmpty();
  }

  @Test
  void theVersionsAreAChainInWhichNoneCanBeExchanged() throws Exception {
    newestThatTells(Register.anAuthorisedOrganisation("Första"));
    newestThatTells(Register.anAuthorisedOrganisation("Andra"));

    List<JsonNode> all = everyVersion();

    assertThat(all).hasSizeGreaterThanOrEqualTo(2);
    String previous = null;
    for (int i = 0; i < all.size(); i++) {
      String text = version(i + 1);
      assertThat(all.get(i).path("version").asLong()).isEqualTo(i + 1);
      assertThat(all.get(i).path("digest").asText()).isEqualTo(sha256(text));
      assertThat(content(text).path("previous").asText(null)).isEqualTo(previous);
      assertThat(content(text).path("version").asLong()).isEqualTo(i + 1);
      assertThat(isSignedByTheRegistry(text)).isTrue();
      previous = sha256(text);
    }
  }

  @Test
  void aVersionStaysAsItWasSigned() throws Exception {
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    String before = newestThatTells(organisation);
    long number = content(before).path("version").asLong();

    Register.suspend(Register.rut(), organisation, "Granskning").then().statusCode(200);

    Await.until("a newer version", () -> content(newest()).path("version").asLong() > number);
    Response again = given().get("/trust-list/versions/{version}", number);
    again.then().statusCode(200).header("Cache-Control", containsString("immutable"));
    assertThat(again.asString()).isEqualTo(before);
  }

  @Test
  void aVersionThatIsNotThereIsNotFound() {
    given().get("/trust-list/versions/0").then().statusCode(404);
    given()
        .get("/trust-list/versions/999999999")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void whoHasTheNewestIsNotSentItAgain() throws Exception {
    newestThatTells(Register.anAuthorisedOrganisation("Vårdskolan"));
    Await.until("nothing is left to tell", () -> !publishing(signer, clock).due());
    String etag = given().get("/trust-list/signed").header("ETag");

    Response again = given().header("If-None-Match", etag).get("/trust-list/signed");

    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aListIsSignedAnewLongBeforeItEnds() throws Exception {
    newestThatTells(Register.anAuthorisedOrganisation("Vårdskolan"));
    Await.until("nothing is left to tell", () -> !publishing(signer, clock).due());
    Duration half = config.trustListValidity().dividedBy(2).plusSeconds(1);

    boolean due = publishing(signer, () -> clock.instant().plus(half)).due();

    assertThat(due).isTrue();
  }

  @Test
  void theKeyOfBeforeStaysInTheRegistrysDocument() throws Exception {
    RegistrySigner another =
        new RegistrySigner(
            Optional.of(
                Base64.getEncoder()
                    .encodeToString(
                        new byte[] {
                          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                          22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
                        })),
            address);

    transaction.begin();
    publishing(another, clock).publish();
    transaction.commit();

    given()
        .get("/.well-known/did.json")
        .then()
        .body("assertionMethod", hasItems(signer.method().url(), another.method().url()));
    Await.untilAsserted(
        "the list is signed anew by the key of now",
        () -> assertThat(header(newest()).path("kid").asText()).isEqualTo(signer.method().url()));
  }

  private PublishTrustList publishing(RegistrySigner by, InstantSource at) {
    return new PublishTrustList(versions, changes, statements, by, json, config, at);
  }

  private static String newestThatTells(UUID organisation) {
    Await.until(
        "the organisation is in the signed list",
        () -> issuer(content(newest()), organisation).isPresent());
    return newest();
  }

  private static String newest() {
    Response answer = given().get("/trust-list/signed");
    answer.then().statusCode(200).contentType("application/jose");
    return answer.asString();
  }

  private static String version(long number) {
    return given().get("/trust-list/versions/{version}", number).asString();
  }

  private static List<JsonNode> everyVersion() throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    do {
      JsonNode page =
          JSON.readTree(
              given()
                  .queryParam("limit", 2)
                  .queryParam("after", after)
                  .get("/trust-list/versions")
                  .asString());
      page.path("items").forEach(all::add);
      after = page.path("next").asText("");
    } while (!after.isEmpty());
    return all;
  }

  private static JsonNode accreditations(UUID organisation) {
    return issuer(content(newest()), organisation).orElseThrow().path("accreditations");
  }

  private static Optional<JsonNode> issuer(JsonNode content, UUID organisation) {
    for (JsonNode issuer : content.path("issuers")) {
      if (issuer.path("organisationId").asText().equals(organisation.toString())) {
        return Optional.of(issuer);
      }
    }
    return Optional.empty();
  }

  private static JsonNode header(String jws) {
    return part(jws, 0);
  }

  private static JsonNode content(String jws) {
    return part(jws, 1);
  }

  private static JsonNode part(String jws, int index) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(DOT.split(jws, -1)[index]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the key that the registry's DID document has under the list's {@code kid}. */
  private static boolean isSignedByTheRegistry(String jws) throws Exception {
    String multibase =
        given()
            .get("/.well-known/did.json")
            .path(
                "verificationMethod.find{it.id=='%s'}.publicKeyMultibase",
                header(jws).path("kid").asText());
    String[] parts = DOT.split(jws, -1);
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509(multibase))));
    verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  /** A Multikey is base58 of 0xed01 and the 32 bytes, which X.509 writes behind twelve others. */
  private static byte[] x509(String multibase) {
    String digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    BigInteger number = BigInteger.ZERO;
    for (char digit : multibase.substring(1).toCharArray()) {
      number =
          number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digits.indexOf(digit)));
    }
    String hex = number.toString(16);
    return HexFormat.of().parseHex("302a300506032b6570032100" + hex.substring("ed01".length()));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
