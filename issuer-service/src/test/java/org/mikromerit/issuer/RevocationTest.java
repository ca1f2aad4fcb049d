package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.statuslist.StatusPurpose;
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
class RevocationTest {

  @Test
  @Tag("R3")
  void aRevocationShowsInThePublishedListAndNowhereElseInIt() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    Reply revoked = institution.issue(Institution.order(definition));
    Reply standing = institution.issue(Institution.order(definition));
    try (var topics = new TopicProbe()) {
      var employer = Employer.of(topics, institution);

      Reply reply = institution.revoke(Institution.idOf(revoked), "integrity-finding");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().at("/status").asText()).isEqualTo("REVOKED");
      assertThat(reply.json().at("/reason").asText()).isEqualTo("integrity-finding");
      Await.untilAsserted(
          "the list says so",
          () -> assertThat(employer.verify(revoked.body())).contains(FindingCode.REVOKED));
      assertThat(employer.verify(standing.body())).contains(FindingCode.STATUS_STANDING);
      assertThat(institution.get("/credentials").json().at("/items/0/status").asText())
          .isEqualTo("REVOKED");
    }
  }

  @Test
  void aRevocationIsAnnouncedWithItsHistoryAndNotItsNote() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));
    var _ =
        institution.post(
            "/credentials/" + credential + "/revocation",
            "{\"reason\":\"error\",\"note\":\"Asked for by Åsa\"}");
    try (var topics = new TopicProbe()) {

      var event =
          Await.untilPresent(
              "it is announced",
              () ->
                  topics.read(Topic.CREDENTIAL_STATUS, CredentialStatusChangedV1.class).stream()
                      .filter(each -> each.data().credentialId().equals(credential))
                      .findFirst()
                      .orElse(null));

      assertThat(event.envelope().sequence()).isEqualTo(2);
      assertThat(event.data().reason()).isEqualTo(StatusReason.ERROR);
      assertThat(event.data().history().stream().map(each -> each.status()))
          .containsExactly(CredentialStatus.VALID, CredentialStatus.REVOKED);
      assertThat(event.data().toString()).doesNotContain("Åsa");
    }
  }

  @Test
  @Tag("PRV-12")
  void revokedIsFinal() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));
    var _ = institution.revoke(credential, "error");

    Reply again = institution.revoke(credential, "supersession");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().at("/type").asText()).endsWith("/already-revoked");
  }

  @Test
  @Tag("PRV-12")
  void aRevocationHasOneOfTheCodedReasons() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));
    String path = "/credentials/" + credential + "/revocation";

    var replies =
        Stream.of(
                "{\"reason\":\"whim\"}",
                "{\"reason\":\"cleared\"}",
                "{}",
                "{\"reason\":3}",
                "null",
                "")
            .map(body -> institution.post(path, body));

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(400));
  }

  @Test
  void whatWasNeverIssuedIsNotRevoked() {
    assertThat(Institution.authorised().revoke(UUID.randomUUID(), "error").status()).isEqualTo(404);
  }

  @Test
  void whoMayOnlyDefineDoesNotRevoke() {
    var institution = Institution.authorised();
    UUID credential = institution.issued(Institution.order(institution.publishedDefinition()));

    Reply reply =
        Institution.service()
            .post(institution.path("/credentials/" + credential + "/revocation"))
            .bearer(Tokens.organisation(institution.id, "creator"))
            .json("{\"reason\":\"error\"}")
            .send();

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  @Tag("R7")
  void aListIsAnnouncedBlankBeforeItsFirstUse() {
    var institution = Institution.authorised();
    try (var topics = new TopicProbe()) {
      var announced =
          Await.untilPresent(
              "a list was announced",
              () ->
                  topics.read(Topic.STATUS_LIST, StatusListPublishedV1.class).stream()
                      .filter(event -> event.data().organisationId().equals(institution.id))
                      .filter(event -> event.data().purpose() == StatusPurpose.REVOCATION)
                      .findFirst()
                      .orElse(null));

      JsonNode document =
          institution.issue(Institution.order(institution.publishedDefinition())).json();

      assertThat(announced.data().version()).isEqualTo(1);
      assertThat(document.at("/credentialStatus/0/statusListCredential").asText())
          .endsWith("/status-lists/" + announced.data().listId());
    }
  }
}
