package org.mikromerit.registry.portfolio;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.events.issuingright.IssuingRightState;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.statuslist.StatusPurpose;
import org.mikromerit.registry.Deliveries;
import org.mikromerit.registry.Deliveries.Sent;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.Register;
import org.mikromerit.registry.SignedDeliveries;
import org.mikromerit.registry.publication.RegistrySigner;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @Tag("LRN-2")
  void everythingGoesAlongAndTheDocumentsAreTheOriginals() {
    Person lisa = People.withBoth();
    Sent first = sent(lisa.emailRef(), "Hygien i vård");
    Sent second = sent(lisa.numberRef(), "Bemötande");
    Sent anothers = sent(People.withAnAddress().emailRef(), "Inte Lisas");
    holding(lisa, 2);

    Map<String, byte[]> files = export(lisa);

    assertThat(files)
        .containsOnlyKeys(
            "README.txt",
            "portfolio.pdf",
            "verification-bundle.jws",
            "manifest.json",
            name(first),
            name(second));
    assertThat(files.get(name(first))).isEqualTo(first.bytes());
    assertThat(files.get(name(second))).isEqualTo(second.bytes());
    assertThat(files).doesNotContainKey(name(anothers));
  }

  @Test
  @Tag("LRN-2")
  void theManifestNamesEveryOtherFileWithItsDigest() throws IOException {
    Person lisa = People.withBoth();
    Sent sent = sent(lisa.emailRef(), "Hygien i vård");
    holding(lisa, 1);

    Map<String, byte[]> files = export(lisa);

    JsonNode manifest = JSON.readTree(files.get("manifest.json"));
    assertThat(manifest.path("credentials")).hasSize(1);
    JsonNode credential = manifest.path("credentials").path(0);
    assertThat(credential.path("id").asText()).isEqualTo(sent.credential().toString());
    assertThat(credential.path("sha256").asText()).isEqualTo(sent.digest());
    assertThat(credential.path("file").asText()).isEqualTo(name(sent));
    assertThat(credential.has("sdJwt")).isFalse();
    assertThat(credential.path("status").path("state").asText()).isEqualTo("UNDECIDED");
    for (JsonNode file : manifest.path("files")) {
      assertThat(file.path("sha256").asText())
          .isEqualTo(Deliveries.sha256(requireNonNull(files.get(file.path("file").asText()))));
    }
    assertThat(manifest.path("files")).hasSize(3);
    assertThat(manifest.toString()).doesNotContain(Deliveries.HOLDER);
  }

  @Test
  @Tag("LRN-2")
  void thePaperCanBeReadInEveryLetterAndIsTheSameForTheSame() throws IOException {
    Person lisa = People.withBoth();
    sent(lisa.emailRef(), "Hygien å ä ö Å Ä Ö é ł š – i vård");
    holding(lisa, 1);

    byte[] paper = export(lisa).get("portfolio.pdf");

    try (PDDocument document = Loader.loadPDF(paper)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Hygien å ä ö Å Ä Ö é ł š – i vård", Deliveries.HOLDER, "2026-05-20");
    }
    Instant at = Instant.parse("2026-05-20T12:00:00Z");
    assertThat(PortfolioPdf.of(at, List.of())).isEqualTo(PortfolioPdf.of(at, List.of()));
  }

  @Test
  @Tag("LRN-2")
  void theBundleSaysSignedWhoMayIssueWithWhichKeysAndHowThingsStand() throws IOException {
    Person lisa = People.withBoth();
    UUID issuer = Register.anAuthorisedOrganisation("Vårdskolan");
    String accreditation = Register.anAccreditation(issuer);
    OrganisationKeyChangedV1 key = key(issuer);
    StatusListPublishedV1 list = list(issuer);
    Sent sent =
        withStatus(
            Deliveries.a(lisa.emailRef(), issuer, "Hygien", "2026-05-20T00:00:00Z"), list.listId());
    IssuingRightChangedV1 right = right(definition("Hygien"), issuer);
    Deliveries.tell(key, 1);
    Deliveries.tell(list, 1);
    Deliveries.tell(right, 1);
    Deliveries.tell(sent.event(), 1);
    Deliveries.tell(issue(sent, key.keyId()), 1);
    Deliveries.tell(revocation(sent), 2);
    Await.untilAsserted(
        "it is revoked", () -> list(lisa).then().body("items[0].status.state", equalTo("REVOKED")));
    Await.until("key, list and right are known", () -> known(key, list, right));

    JsonNode bundle = bundle(export(lisa));

    assertThat(bundle.path("registry").asText()).isEqualTo(signer().did().value());
    JsonNode named = bundle.path("issuers").path(0);
    assertThat(named.path("did").asText()).isEqualTo(Register.didOf(issuer));
    assertThat(named.path("name").asText()).isEqualTo("Vårdskolan");
    assertThat(named.path("history"))
        .extracting(state -> state.path("state").asText())
        .endsWith("AUTHORISED");
    assertThat(named.path("keys").path(0).path("publicKeyMultibase").asText())
        .isEqualTo(key.publicKeyMultibase());
    assertThat(named.path("accreditations").path(0).path("accreditationId").asText())
        .isEqualTo(accreditation);
    assertThat(bundle.path("statusLists").path(0).path("credential").asText())
        .isEqualTo(list.credential());
    assertThat(bundle.path("statusLists").path(0).path("url").asText())
        .endsWith(list.listId().toString());
    assertThat(bundle.path("rights").path(0).path("rightId").asText())
        .isEqualTo(right.rightId().toString());
    JsonNode status = bundle.path("statuses").path(0);
    assertThat(status.path("credentialId").asText()).isEqualTo(sent.credential().toString());
    assertThat(status.path("status").asText()).isEqualTo("REVOKED");
    assertThat(status.path("reason").asText()).isEqualTo("error");
    assertThat(bundle.toString())
        .doesNotContain(
            Deliveries.HOLDER, lisa.emailRef(), lisa.numberRef(), String.valueOf(lisa.email()));
  }

  @Test
  @Tag("LRN-2")
  void thatAProgramHadItSignedSaysNothingOfHowItStands() throws IOException {
    Person lisa = People.withBoth();
    Sent sent = sent(lisa.emailRef(), "Hygien i vård");
    holding(lisa, 1);
    Deliveries.tell(
        new GivenCredentialSignedV1(
            sent.credential(), sent.issuer(), UUID.randomUUID(), sent.digest(), Deliveries.MADE_AT),
        1);
    Await.untilAsserted(
        "the ledger has it",
        () ->
            given()
                .get("/ledger?credential={id}", sent.credential())
                .then()
                .body("items[0].fact", equalTo("SIGNED")));

    Map<String, byte[]> files = export(lisa);

    assertThat(JSON.readTree(files.get("manifest.json")).at("/credentials/0/status/state").asText())
        .isEqualTo("UNDECIDED");
    assertThat(bundle(files).path("statuses")).isEmpty();
  }

  @Test
  @Tag("LRN-2")
  void whatCanBeShownInPartsGoesAlongToBeShownInParts() throws IOException {
    Person lisa = People.withBoth();
    UUID credential = UUID.randomUUID();
    UUID issuer = UUID.randomUUID();
    String document = SignedDeliveries.document(credential, issuer, "Hygiene in care");
    String sdJwt = SignedDeliveries.sdJwt(document);
    SignedDeliveries.send(lisa.emailRef(), issuer, credential, document, sdJwt);
    holding(lisa, 1);

    Map<String, byte[]> files = export(lisa);

    byte[] inParts = files.get("credentials/" + credential + ".sd-jwt");
    assertThat(inParts).asString(StandardCharsets.US_ASCII).isEqualTo(sdJwt);
    JsonNode named = JSON.readTree(files.get("manifest.json")).at("/credentials/0/sdJwt");
    assertThat(named.path("file").asText()).isEqualTo("credentials/" + credential + ".sd-jwt");
    assertThat(named.path("sha256").asText()).isEqualTo(Deliveries.sha256(requireNonNull(inParts)));
  }

  @Test
  void whoHoldsNothingTakesNothingAlong() {
    Map<String, byte[]> files = export(People.withNothing());

    assertThat(files)
        .containsOnlyKeys(
            "README.txt", "portfolio.pdf", "verification-bundle.jws", "manifest.json");
  }

  @Test
  @Tag("CTRL-1")
  void anExportIsRecorded() {
    Person lisa = People.withBoth();
    sent(lisa.emailRef(), "Hygien");
    holding(lisa, 1);
    long before = exports();

    export(lisa);

    assertThat(exports()).isEqualTo(before + 1);
  }

  private static long exports() {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select count(*) from disclosure where purpose = 'LEARNER_EXPORT'")
                    .mapTo(Long.class)
                    .one());
  }

  private static Sent sent(String ref, String title) {
    return Deliveries.send(ref, UUID.randomUUID(), title, "2026-05-20T00:00:00Z");
  }

  private static Map<String, byte[]> export(Person person) {
    Response answer = given().auth().oauth2(person.token()).get("/portfolio/export");
    answer.then().statusCode(200).contentType("application/zip");
    return Archives.files(answer.asByteArray());
  }

  private static JsonNode bundle(Map<String, byte[]> files) throws IOException {
    String jws = new String(files.get("verification-bundle.jws"), StandardCharsets.US_ASCII);
    byte[] payload =
        CompactJws.parse(jws)
            .orElseThrow()
            .payload("mikromerit-bundle+jwt", signer().publicKey())
            .orElseThrow();
    return JSON.readTree(payload);
  }

  private static RegistrySigner signer() {
    return CDI.current().select(RegistrySigner.class).get();
  }

  private static String name(Sent sent) {
    return "credentials/" + sent.credential() + ".json";
  }

  private static void holding(Person person, int count) {
    Await.untilAsserted(
        count + " credentials", () -> list(person).then().body("items", hasSize(count)));
  }

  private static Response list(Person person) {
    return given().auth().oauth2(person.token()).get("/portfolio");
  }

  private static UUID definition(String title) {
    return UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
  }

  private static Sent withStatus(Sent sent, UUID list) {
    String status =
        """
        "credentialStatus":{"type":"BitstringStatusListEntry","statusPurpose":"revocation",
         "statusListIndex":"7","statusListCredential":"http://localhost:8082/status-lists/%s"},
        "issuer\""""
            .formatted(list);
    return new Sent(
        sent.credential(),
        sent.issuer(),
        sent.learnerRef(),
        sent.document().replace("\"issuer\"", status));
  }

  private static OrganisationKeyChangedV1 key(UUID organisation) {
    String multibase =
        SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey().multibase();
    return new OrganisationKeyChangedV1(
        UUID.randomUUID(),
        organisation,
        Register.didOf(organisation) + "#" + multibase,
        multibase,
        KeyAlgorithm.ED25519,
        Deliveries.MADE_AT,
        null,
        null);
  }

  private static StatusListPublishedV1 list(UUID organisation) {
    UUID id = UUID.randomUUID();
    return new StatusListPublishedV1(
        id,
        organisation,
        StatusPurpose.REVOCATION,
        1,
        "{ \"signed\": \"%s ®\" }\n".formatted(id),
        Deliveries.MADE_AT,
        Instant.parse("2999-01-01T00:00:00Z"),
        null);
  }

  private static IssuingRightChangedV1 right(UUID definition, UUID issuer) {
    return new IssuingRightChangedV1(
        UUID.randomUUID(),
        definition,
        UUID.randomUUID(),
        issuer,
        List.of(
            new TermsSince(
                IssuingRightState.GRANTED,
                Deliveries.MADE_AT,
                List.of(),
                Deliveries.MADE_AT,
                null,
                null)));
  }

  private static boolean known(
      OrganisationKeyChangedV1 key, StatusListPublishedV1 list, IssuingRightChangedV1 right) {
    return count("organisation_key", key.keyId())
            + count("status_list", list.listId())
            + count("issuing_right", right.rightId())
        == 3;
  }

  private static long count(String table, UUID id) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery("select count(*) from " + table + " where id = :id")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one());
  }

  private static CredentialIssuedV1 issue(Sent sent, UUID key) {
    return new CredentialIssuedV1(
        sent.credential(),
        sent.issuer(),
        definition("Hygien"),
        3,
        sent.learnerRef(),
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        key,
        sent.digest(),
        Deliveries.MADE_AT,
        Deliveries.MADE_AT,
        UUID.randomUUID(),
        7,
        null,
        null);
  }

  private static CredentialStatusChangedV1 revocation(Sent sent) {
    Instant since = Instant.parse("2026-06-05T11:00:00Z");
    return new CredentialStatusChangedV1(
        sent.credential(),
        sent.issuer(),
        CredentialStatus.REVOKED,
        StatusReason.ERROR,
        since,
        List.of(
            new StatusSince(CredentialStatus.VALID, null, Deliveries.MADE_AT),
            new StatusSince(CredentialStatus.REVOKED, StatusReason.ERROR, since)));
  }
}
