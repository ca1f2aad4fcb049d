package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.finding;
import static org.mikromerit.verification.Employer.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;
import org.mikromerit.verification.foreign.HttpsCanary;

/** What is fetched from issuers elsewhere, when, and what it is worth. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
@Tag("S1")
class AskIssuerTest {
  private static final URI SITE = URI.create("https://" + HttpsCanary.HOST);

  private final TopicProbe topics = new TopicProbe();
  private final HttpsCanary web = new HttpsCanary();
  private final School elsewhere = new School(topics, SITE);
  private final UUID credential = UUID.randomUUID();

  @BeforeEach
  void theWebIsHere() {
    web.install();
  }

  @AfterEach
  void close() {
    topics.close();
    web.close();
  }

  @Test
  @Tag("VER-3")
  void whereNobodyAsksNobodyIsCalled() {
    publish(elsewhere);

    JsonNode verdict = verdict(elsewhere.issues(credential, 1), false);

    assertThat(conclusion(verdict)).isEqualTo("UNDECIDED");
    assertThat(web.connections()).isZero();
  }

  @Test
  @Tag("VER-3")
  void onRequestAnIssuerThatNobodyKnowsIsAskedForItsKeysAndItsList() {
    publish(elsewhere);

    JsonNode verdict = verdict(elsewhere.issues(credential, 1), true);

    assertThat(conclusion(verdict)).as(verdict.toString()).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(finding(verdict, "issuer").path("code").asText()).isEqualTo("issuer-unknown");
    assertThat(outcome(verdict, "status")).isEqualTo("PASSED");
    assertThat(finding(verdict, "source").path("code").asText())
        .isEqualTo("fetched-from-elsewhere");
    assertThat(web.visits(documentPath(elsewhere))).isEqualTo(1);
    assertThat(web.visits(listPath(elsewhere))).isEqualTo(1);
    assertThat(web.connections()).isEqualTo(2);
  }

  @Test
  void whatWasRevokedThereIsInvalid() {
    publish(elsewhere, 7);

    assertThat(conclusion(verdict(elsewhere.issues(credential, 7), true))).isEqualTo("INVALID");
  }

  @Test
  void aBrokenSignatureFetchesNoList() {
    publish(elsewhere);
    String changed = elsewhere.issues(credential, 1).replace("Öberg", "Oberg");

    JsonNode verdict = verdict(changed, true);

    assertThat(conclusion(verdict)).isEqualTo("INVALID");
    assertThat(web.visits(listPath(elsewhere))).isZero();
  }

  @Test
  void aKeyThatTheDocumentDoesNotGiveIsNotTheIssuers() {
    web.page(
        documentPath(elsewhere),
        "application/did+json",
        document(new School(topics, SITE), elsewhere));

    JsonNode verdict = verdict(elsewhere.issues(credential, 1), true);

    assertThat(conclusion(verdict)).isEqualTo("INVALID");
    assertThat(finding(verdict, "proof").path("code").asText())
        .isEqualTo("proof-key-not-of-issuer");
  }

  @Test
  void anotherIssuersDocumentIsNone() {
    School other = new School(topics, SITE);
    web.page(documentPath(elsewhere), "application/did+json", document(elsewhere, other));

    JsonNode verdict = verdict(elsewhere.issues(credential, 1), true);

    assertThat(conclusion(verdict)).isEqualTo("UNDECIDED");
    assertThat(finding(verdict, "source").path("evidence").path("reason").asText())
        .isEqualTo("unusable");
  }

  @Test
  void aTokensListIsFetchedAsAToken() {
    publish(elsewhere);
    web.page(tokenListPath(elsewhere), "application/statuslist+jwt", tokenList(elsewhere, 7));

    JsonNode standing = verdict(listedInToken(elsewhere, 1), true);
    JsonNode revoked = verdict(listedInToken(elsewhere, 7), true);

    assertThat(conclusion(standing)).as(standing.toString()).isEqualTo("VALID_WITH_WARNINGS");
    assertThat(conclusion(revoked)).isEqualTo("INVALID");
    assertThat(web.visits(tokenListPath(elsewhere))).isEqualTo(1);
    assertThat(web.visits(listPath(elsewhere))).isZero();
  }

  @Test
  void aTokensListThatAnotherSignedOrThatIsAnothersIsNone() {
    School other = new School(topics, SITE);
    publish(elsewhere);
    publish(other);
    web.page(tokenListPath(elsewhere), "application/statuslist+jwt", tokenList(other, 7));

    assertThat(conclusion(verdict(listedInToken(elsewhere, 1), true))).isEqualTo("UNDECIDED");
  }

  @Test
  void aTokensListOfAnotherAddressIsNone() {
    publish(elsewhere);
    web.page(
        tokenListPath(elsewhere),
        "application/statuslist+jwt",
        elsewhere.signedToken(
            elsewhere.listUrl(), new BitSet(), new BitSet(), StatusBits.FEWEST, tomorrow()));

    JsonNode verdict = verdict(listedInToken(elsewhere, 1), true);

    assertThat(conclusion(verdict)).isEqualTo("UNDECIDED");
    assertThat(finding(verdict, "status").path("code").asText()).isEqualTo("status-list-foreign");
  }

  @Test
  void aListInTheOtherFormIsNone() {
    publish(elsewhere);
    web.page(tokenListPath(elsewhere), "application/vc", elsewhere.signedList(tomorrow()));

    assertThat(conclusion(verdict(listedInToken(elsewhere, 1), true))).isEqualTo("UNDECIDED");
  }

  @Test
  void withoutItsListItIsUndecidedWhetherItStands() {
    web.page(documentPath(elsewhere), "application/did+json", document(elsewhere, elsewhere));

    assertThat(conclusion(verdict(elsewhere.issues(credential, 1), true))).isEqualTo("UNDECIDED");
  }

  @Test
  void aListThatAnotherSignedIsNone() {
    School other = new School(topics, SITE);
    publish(elsewhere);
    web.page(listPath(elsewhere), "application/vc", other.signedList(tomorrow()));

    assertThat(conclusion(verdict(elsewhere.issues(credential, 1), true))).isEqualTo("UNDECIDED");
  }

  @Test
  void aListThatHasEndedTellsNobodyThatItStands() {
    publish(elsewhere);
    web.page(
        listPath(elsewhere),
        "application/vc",
        elsewhere.signedList(Instant.now().minus(Duration.ofHours(1))));

    assertThat(conclusion(verdict(elsewhere.issues(credential, 1), true))).isEqualTo("UNDECIDED");
  }

  @Test
  void aListOnAThirdHostIsNotFetchedForAnIssuerThatNobodyKnows() {
    School sender = new School(topics, SITE, URI.create("https://" + HttpsCanary.OTHER_HOST));
    publish(sender);

    JsonNode verdict = verdict(sender.issues(credential, 1), true);

    assertThat(conclusion(verdict)).isEqualTo("UNDECIDED");
    assertThat(web.visits(listPath(sender))).isZero();
  }

  @Test
  void theListOfAnIssuerThatNobodyKnowsIsNotFollowedToAnotherHost() {
    publish(elsewhere);
    web.redirect(listPath(elsewhere), "https://" + HttpsCanary.OTHER_HOST + "/away");
    web.page("/away", "application/vc", elsewhere.signedList(tomorrow()));

    assertThat(conclusion(verdict(elsewhere.issues(credential, 1), true))).isEqualTo("UNDECIDED");
    assertThat(web.visits(listPath(elsewhere))).isEqualTo(1);
    assertThat(web.visits("/away")).isZero();
  }

  @Test
  void theListOfAnEndorserThatNobodyKnowsIsNotFetched() {
    School school = School.authorised(topics);
    String plain = school.issues(credential, 1);
    Employer.awaitVerdict(plain, "VALID");
    School sender = new School(topics, SITE);
    web.page(listPath(sender), "application/vc", sender.signedList(tomorrow()));

    String endorsed = school.issuesEndorsed(credential, 1, sender.listUrl());
    JsonNode verdict = verdict(endorsed, false);
    verdict(endorsed, true);

    assertThat(finding(verdict, "endorsements").path("code").asText())
        .isEqualTo("endorser-unknown");
    assertThat(web.connections()).isZero();
  }

  @Test
  @Tag("S6")
  void aListThatAKeySignedWhichHadEndedTellsNobodyThatItStands() {
    publish(elsewhere);
    web.page(
        documentPath(elsewhere),
        "application/did+json",
        document(elsewhere, elsewhere)
            .replace(
                "\"type\": \"Multikey\"",
                "\"type\": \"Multikey\", \"expires\": \"2026-04-01T00:00:00Z\""));

    JsonNode verdict = verdict(elsewhere.issues(credential, 1), true);

    assertThat(conclusion(verdict)).as(verdict.toString()).isEqualTo("UNDECIDED");
    assertThat(outcome(verdict, "proof")).isEqualTo("PASSED");
    assertThat(outcome(verdict, "status")).isEqualTo("UNDECIDED");
  }

  @Test
  void theListOfAListedIssuerIsFetchedWithoutARequestOnceTheSignatureHolds() {
    elsewhere.announce(
        new StateSince(OrganisationState.AUTHORISED, Instant.parse("2026-01-15T08:00:00Z"), null));
    elsewhere.announceKey();
    elsewhere.announceDefinition();
    web.page(listPath(elsewhere), "application/vc", elsewhere.signedList(tomorrow()));

    JsonNode verdict = Employer.awaitVerdict(elsewhere.issues(credential, 1), "VALID");

    assertThat(finding(verdict, "source").path("code").asText())
        .isEqualTo("fetched-from-elsewhere");
    assertThat(web.visits(listPath(elsewhere))).isEqualTo(1);
    assertThat(web.visits(documentPath(elsewhere))).isZero();
  }

  @Test
  void withoutASoundSignatureAListedIssuersListIsNotFetched() {
    elsewhere.announce(
        new StateSince(OrganisationState.AUTHORISED, Instant.parse("2026-01-15T08:00:00Z"), null));
    elsewhere.announceKey();
    String changed = elsewhere.issues(credential, 1).replace("Öberg", "Oberg");

    Employer.awaitFinding(changed, "proof-broken");
    verdict(changed, true);

    assertThat(web.connections()).isZero();
  }

  @Test
  @Tag("P9")
  void manyWhoAskAtOnceAreOneVisit() throws Exception {
    publish(elsewhere);
    String document = elsewhere.issues(credential, 1);
    List<Callable<String>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(() -> conclusion(verdict(document, true)));
    }

    List<String> conclusions = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> one : threads.invokeAll(all)) {
        conclusions.add(one.get());
      }
    }

    assertThat(conclusions).containsOnly("VALID_WITH_WARNINGS");
    assertThat(web.visits(documentPath(elsewhere))).isEqualTo(1);
    assertThat(web.visits(listPath(elsewhere))).isEqualTo(1);
    assertThat(web.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/verify/requests|{\"document\": %s}|/verdict/conclusion",
        "/verify/requests|{\"document\": %s, \"askIssuer\": true}|/verdict/conclusion",
        "/verify/batch|{\"items\": [{\"document\": %s}]}|/items/0/verdict/conclusion",
        "/verify/batch|{\"items\": [{\"document\": %s}], \"askIssuer\": true}|/items/0/verdict/conclusion",
        "/credentials/verify|{\"verifiableCredential\": %s}|/verdict/conclusion",
        "/credentials/verify?askIssuer=true|{\"verifiableCredential\": %s}|/verdict/conclusion",
        "/presentations/verify|{\"verifiablePresentation\": {\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": [\"VerifiablePresentation\"], \"verifiableCredential\": [%s]}}|/credentials/0/conclusion",
        "/presentations/verify?askIssuer=true|{\"verifiablePresentation\": {\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": [\"VerifiablePresentation\"], \"verifiableCredential\": [%s]}}|/credentials/0/conclusion"
      })
  @Tag("VER-3")
  void whoeverAsksAsksAtEveryDoorAndNobodyElseIsCalledAt(
      String path, String request, String conclusion) {
    publish(elsewhere);

    JsonNode answer = post(path, request.formatted(elsewhere.issues(credential, 1))).json();

    boolean asks = (path + request).contains("askIssuer");
    assertThat(answer.at(conclusion).asText())
        .as(answer.toString())
        .isEqualTo(asks ? "VALID_WITH_WARNINGS" : "UNDECIDED");
    assertThat(web.connections()).isEqualTo(asks ? 2 : 0);
  }

  @Test
  void whatIsNeitherYesNorNoIsNoAnswerToWhetherToAsk() {
    Reply reply =
        post(
            "/verify/batch",
            "{\"items\": [{\"id\": \"urn:uuid:%s\"}], \"askIssuer\": \"yes\"}"
                .formatted(credential));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("field").asText()).isEqualTo("/askIssuer");
  }

  @Test
  void whatCouldNotBeFetchedIsSaid() {
    School nowhere = new School(topics, URI.create("https://nowhere.canary.se"));

    JsonNode verdict = verdict(nowhere.issues(credential, 1), true);

    assertThat(conclusion(verdict)).isEqualTo("UNDECIDED");
    assertThat(finding(verdict, "source").path("code").asText()).isEqualTo("not-fetched");
    assertThat(finding(verdict, "source").path("evidence").path("reason").asText())
        .isEqualTo("unreachable");
  }

  private void publish(School school, Integer... revoked) {
    web.page(documentPath(school), "application/did+json", document(school, school));
    web.page(listPath(school), "application/vc", school.signedList(tomorrow(), revoked));
  }

  /** The document of one, with another's key in it. */
  private static String document(School key, School owner) {
    return """
    {"@context": ["https://www.w3.org/ns/did/v1"], "id": "%s",
     "verificationMethod": [{"id": "#%s", "type": "Multikey", "controller": "%s", "publicKeyMultibase": "%s"}],
     "assertionMethod": ["#%s"]}
    """
        .formatted(
            owner.did, key.keyMultibase(), owner.did, key.keyMultibase(), key.keyMultibase());
  }

  private static String documentPath(School school) {
    return "/organisations/" + school.id + "/did.json";
  }

  private static String tokenList(School school, int revoked) {
    var set = new BitSet();
    set.set(revoked);
    return school.signedToken(
        school.tokenListUrl(), set, new BitSet(), StatusBits.FEWEST, tomorrow());
  }

  private String listedInToken(School school, int index) {
    return school.issuesListedInToken(credential, school.tokenListUrl(), index);
  }

  private static String tokenListPath(School school) {
    return school.tokenListUrl().getPath();
  }

  private static String listPath(School school) {
    return school.listUrl().getPath();
  }

  private static Instant tomorrow() {
    return Instant.now().plus(Duration.ofDays(1));
  }

  private static String conclusion(JsonNode verdict) {
    return verdict.path("conclusion").asText();
  }

  private static Reply post(String path, String request) {
    return new Http("http://localhost:" + RestAssured.port).post(path).json(request).send();
  }

  private static JsonNode verdict(String document, boolean askIssuer) {
    var reply =
        new Http("http://localhost:" + RestAssured.port)
            .post("/verify?askIssuer=" + askIssuer)
            .body("application/vc", document.getBytes(StandardCharsets.UTF_8))
            .send();
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }
}
