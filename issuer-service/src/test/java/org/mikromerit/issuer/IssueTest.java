package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Outcome;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class IssueTest {

  @Test
  @Tag("S3")
  @Tag("R7")
  void anIssuedCredentialVerifiesByWhatWasAnnouncedBeforeIt() {
    var institution = Institution.authorised();
    Reply issued = institution.issue(Institution.order(institution.publishedDefinition()));
    try (var topics = new TopicProbe()) {
      var employer = Employer.of(topics, institution);

      List<FindingCode> findings = employer.verify(issued.body());

      assertThat(issued.status()).isEqualTo(201);
      assertThat(issued.header("Content-Type")).isEqualTo("application/vc");
      assertThat(findings)
          .contains(
              FindingCode.PROOF_HOLDS, FindingCode.ISSUER_AUTHORISED, FindingCode.STATUS_STANDING)
          .allMatch(finding -> finding.outcome() == Outcome.PASSED);
    }
  }

  @Test
  @Tag("S3")
  void credentialsOfOneDefinitionAreSignedByItsTemplateAndVerifyWithoutOne() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    double before = signedByTemplate();

    List<String> issued =
        IntStream.range(0, 5)
            .mapToObj(_ -> institution.issue(Institution.order(definition)).body())
            .toList();

    try (var topics = new TopicProbe()) {
      var employer = Employer.of(topics, institution);
      assertThat(issued)
          .allSatisfy(body -> assertThat(employer.verify(body)).contains(FindingCode.PROOF_HOLDS));
    }
    assertThat(signedByTemplate()).isGreaterThanOrEqualTo(before + 3);
  }

  private static double signedByTemplate() {
    return Metrics.globalRegistry
        .get("mikromerit.template.documents")
        .tag("path", "template")
        .counter()
        .count();
  }

  @Test
  void swedishLettersTrademarksAndEmojiSurvive() {
    var institution = Institution.authorised();

    JsonNode document =
        institution.issue(Institution.order(institution.publishedDefinition())).json();

    assertThat(document.at("/credentialSubject/identifier/0/identityHash").asText())
        .isEqualTo("Åsa Öberg-Ærø 🌻");
    assertThat(document.at("/name").asText()).isEqualTo("Hygien i vård ®");
    assertThat(document.at("/issuer/name").asText()).isEqualTo("Vårdskolan ® 🌱");
  }

  @Test
  @Tag("R2")
  void theSameRequestTwiceGetsTheSameBytes() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());

    Reply first = institution.issue(order, "once");
    Reply again = institution.issue(order, "once");

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(institution.get("/credentials").json().at("/items")).hasSize(1);
  }

  @Test
  @Tag("R2")
  void theSameRequestManyTimesAtOnceGetsTheSameBytes() throws Exception {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());

    List<Reply> replies = atOnce(16, () -> institution.issue(order, "at-once"));

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
    assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
    assertThat(institution.get("/credentials").json().at("/items")).hasSize(1);
  }

  @Test
  @Tag("R2")
  void anotherRequestWithTheSameKeyIsRefused() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    var _ = institution.issue(order, "once");

    Reply reply = institution.issue(order.put("externalReference", "another"), "once");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().at("/type").asText()).endsWith("/idempotency-key-reused");
  }

  @Test
  @Tag("R2")
  void aRequestWithoutKeyIsRefused() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());

    Reply reply = institution.post("/credentials", order.toString());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/type").asText()).endsWith("/idempotency-key-missing");
  }

  @Test
  @Tag("R3")
  void sixteenConcurrentIssuersNeverShareAStatusIndex() throws Exception {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    int each = 12;

    List<List<String>> places =
        atOnce(
            16,
            () ->
                IntStream.range(0, each)
                    .mapToObj(n -> institution.issue(Institution.order(definition)).json())
                    .map(document -> document.at("/credentialStatus/0/id").asText())
                    .toList());

    var all = places.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(16 * each).doesNotHaveDuplicates();
    assertThat(all).noneMatch(String::isBlank);
  }

  @Test
  @Tag("PRV-5")
  void anOrganisationThatIsUnknownOrRefusedDoesNotIssue() {
    UUID definition = Institution.authorised().publishedDefinition();

    var replies =
        List.of(
            Institution.unknown().issue(Institution.order(definition)),
            Institution.inState(OrganisationState.REFUSED).issue(Institution.order(definition)));

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(403);
              assertThat(reply.json().at("/type").asText())
                  .endsWith("/organisation-not-authorised");
            });
  }

  @Test
  @Tag("PRV-5")
  void anOrganisationThatIsSuspendedIsToldThatItsAuthorisationWasWithdrawn() {
    var suspended = Institution.authorised();
    UUID definition = suspended.publishedDefinition();
    suspended.isNow(OrganisationState.SUSPENDED);

    Reply reply =
        Await.untilPresent(
            "it is suspended",
            () -> {
              Reply attempt = suspended.issue(Institution.order(definition));
              return attempt.status() == 201 ? null : attempt;
            });

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.json().at("/type").asText()).endsWith("/authorisation-withdrawn");
  }

  @Test
  @Tag("S4")
  void anotherInstitutionsDefinitionIsNotIssued() {
    UUID definition = Institution.authorised().publishedDefinition();
    var other = Institution.authorised();

    assertThat(other.issue(Institution.order(definition)).status()).isEqualTo(403);
  }

  @Test
  void whatNobodyPublishedIsNotIssued() {
    var institution = Institution.authorised();

    assertThat(institution.issue(Institution.order(UUID.randomUUID())).status()).isEqualTo(404);
  }

  @Test
  @Tag("PRV-7")
  void aDraftIsNotIssued() {
    var institution = Institution.authorised();
    UUID draft = institution.drafted(Institution.definition());

    assertThat(institution.issue(Institution.order(draft)).status()).isEqualTo(404);
  }

  @Test
  @Tag("S4")
  void anotherInstitutionIsToldNothingAboutACredential() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));
    var other = Institution.authorised();

    assertThat(other.get("/credentials/" + credential).status()).isEqualTo(404);
    assertThat(other.revoke(credential, "error").status()).isEqualTo(404);
    assertThat(institution.get("/credentials/" + credential).status()).isEqualTo(200);
  }

  @Test
  void whoMayOnlyDefineDoesNotIssue() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();

    Reply reply =
        Institution.service()
            .post(institution.path("/credentials"))
            .bearer(Tokens.organisation(institution.id, "creator"))
            .header("Idempotency-Key", "any")
            .json(Institution.order(definition).toString())
            .send();

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void nobodyIssuesWithoutAToken() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();

    Reply reply =
        Institution.service()
            .post(institution.path("/credentials"))
            .header("Idempotency-Key", "any")
            .json(Institution.order(definition).toString())
            .send();

    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  @Tag("CERT-3")
  void whatWasDemonstratedHasEvidence() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    order.remove("evidenceStatement");

    Reply reply = institution.issue(order);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors/0/code").asText()).isEqualTo("EVIDENCE-MISSING");
  }

  @Test
  void nothingIsIssuedBeforeItIsEarned() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    order.put("awardedAt", Instant.now().plusSeconds(86_400).toString());

    Reply reply = institution.issue(order);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors/0/code").asText()).isEqualTo("AWARDED-IN-FUTURE");
  }

  @Test
  void anIdentifierThatCannotBeOneIsRefusedWithoutRepeatingIt() {
    var institution = Institution.authorised();
    var order = Institution.order(institution.publishedDefinition());
    ((ObjectNode) order.at("/recipient/identifier"))
        .put("type", "national-number")
        .put("value", "199001019999");

    Reply reply = institution.issue(order);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("/recipient/identifier").doesNotContain("199001019999");
  }

  @Test
  @Tag("S9")
  void neitherTheListNorTheEventNamesThePerson() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    Reply issued = institution.issue(Institution.order(definition));
    UUID id = Institution.idOf(issued);
    try (var topics = new TopicProbe()) {
      CredentialIssuedV1 event = announced(topics, id);

      Reply list = institution.get("/credentials");

      assertThat(list.json().at("/items/0/id").asText()).isEqualTo(id.toString());
      assertThat(list.json().at("/items/0/status").asText()).isEqualTo("VALID");
      assertThat(list.json().at("/items/0/externalReference").asText()).isEqualTo("VT26-114 ®");
      assertThat(list.body()).doesNotContainIgnoringCase("Åsa", "Öberg", "example.org");
      assertThat(event.definitionId()).isEqualTo(definition);
      assertThat(new String(EventCodec.toJson(event), StandardCharsets.UTF_8))
          .contains(id.toString())
          .doesNotContainIgnoringCase("Åsa", "Öberg", "example.org");
    }
  }

  @Test
  void theSameLearnerIsKnownByTheSameReference() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    UUID one = institution.issued(Institution.orderFor(definition, "nils@example.org"));
    UUID two = institution.issued(Institution.orderFor(definition, " NILS@example.org "));
    UUID other = institution.issued(Institution.orderFor(definition, "nora@example.org"));
    try (var topics = new TopicProbe()) {

      var references = new HashSet<String>();
      references.add(announced(topics, one).learnerRef());
      references.add(announced(topics, two).learnerRef());

      assertThat(references).hasSize(1).doesNotContain(announced(topics, other).learnerRef());
    }
  }

  @Test
  void theStoredBytesAreGivenAsTheyWereSigned() {
    var institution = Institution.authorised();
    Reply issued = institution.issue(Institution.order(institution.publishedDefinition()));

    Reply read = institution.get("/credentials/" + Institution.idOf(issued));

    assertThat(read.body()).isEqualTo(issued.body());
    assertThat(read.header("Content-Type")).isEqualTo("application/vc");
  }

  private static CredentialIssuedV1 announced(TopicProbe topics, UUID credential) {
    return Await.untilPresent(
        "it is announced",
        () ->
            topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class).stream()
                .map(event -> event.data())
                .filter(data -> data.credentialId().equals(credential))
                .findFirst()
                .orElse(null));
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          IntStream.range(0, times).mapToObj(n -> executor.submit(work)).toList();
      var results = new ArrayList<T>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
