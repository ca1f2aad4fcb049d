package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.events.Event;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
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
class SuspensionTest {
  private final TopicProbe topics = new TopicProbe();
  private Institution institution;
  private Reply issued;
  private UUID credential;

  @BeforeEach
  void aCredentialIsIssued() {
    institution = Institution.authorised();
    issued = institution.issue(Institution.order(institution.publishedDefinition()));
    credential = Institution.idOf(issued);
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("PRV-12")
  void whatIsSuspendedCountsForNothingUntilItIsReinstated() {
    var employer = Employer.of(topics, institution);

    Reply suspended = institution.suspend(credential);

    assertThat(suspended.status()).isEqualTo(200);
    assertThat(suspended.json().at("/status").asText()).isEqualTo("SUSPENDED");
    assertThat(suspended.json().at("/reason").asText()).isEqualTo("suspected-error");
    Await.untilAsserted(
        "a list says so",
        () -> assertThat(employer.verify(issued.body())).contains(FindingCode.SUSPENDED));

    Reply reinstated = institution.reinstate(credential);

    assertThat(reinstated.status()).isEqualTo(200);
    assertThat(reinstated.json().at("/status").asText()).isEqualTo("VALID");
    Await.untilAsserted(
        "no list says so",
        () ->
            assertThat(employer.verify(issued.body()))
                .contains(FindingCode.STATUS_STANDING)
                .doesNotContain(FindingCode.SUSPENDED, FindingCode.REVOKED));
  }

  @Test
  @Tag("PRV-12")
  void oneTokenStatusListTellsOfRevocationsAndOfSuspensions() {
    var employer = Employer.of(topics, institution);
    Reply another = institution.issue(Institution.order(institution.publishedDefinition()));
    JsonNode place = place(issued);
    UUID list = listOf(place);
    var _ = institution.suspend(credential);
    var _ = institution.revoke(Institution.idOf(another), "error");

    Await.untilAsserted(
        "it tells of both",
        () -> {
          StatusListToken token = employer.tokenList(list);
          assertThat(token.url()).hasToString("http://localhost:8082/token-status-lists/" + list);
          assertThat(value(token, place)).isEqualTo(TokenStatuses.SUSPENDED);
          assertThat(value(token, place(another))).isEqualTo(TokenStatuses.INVALID);
        });
    var _ = institution.reinstate(credential);

    Await.untilAsserted(
        "it is lifted",
        () -> assertThat(value(employer.tokenList(list), place)).isEqualTo(TokenStatuses.VALID));
  }

  private static JsonNode place(Reply issued) {
    return issued.json().at("/credentialStatus/0");
  }

  private static UUID listOf(JsonNode place) {
    String url = place.at("/statusListCredential").asText();
    return UUID.fromString(url.substring(url.lastIndexOf('/') + 1));
  }

  private static int value(StatusListToken token, JsonNode place) {
    return token.statuses().value(place.at("/statusListIndex").asInt());
  }

  @Test
  @Tag("PRV-12")
  void everyChangeIsAnnouncedWithItsReasonAndTheWholeHistory() {
    var _ = institution.suspend(credential);
    var _ = institution.reinstate(credential);
    var _ = institution.suspend(credential);
    var _ = institution.revoke(credential, "integrity-finding");

    Event<CredentialStatusChangedV1> last = announced(5);

    assertThat(last.data().status()).isEqualTo(CredentialStatus.REVOKED);
    assertThat(last.data().history())
        .extracting(
            each -> each.status() + " " + (each.reason() == null ? "" : each.reason().code()))
        .containsExactly(
            "VALID ",
            "SUSPENDED suspected-error",
            "VALID cleared",
            "SUSPENDED suspected-error",
            "REVOKED integrity-finding");
  }

  @Test
  @Tag("PRV-12")
  @Tag("R3")
  void aRevocationOfWhatIsSuspendedLiftsNoBit() {
    var employer = Employer.of(topics, institution);
    var _ = institution.suspend(credential);

    Reply revoked = institution.revoke(credential, "integrity-finding");

    assertThat(revoked.status()).isEqualTo(200);
    Await.untilAsserted(
        "both lists say so",
        () ->
            assertThat(employer.verify(issued.body()))
                .contains(FindingCode.REVOKED, FindingCode.SUSPENDED));
  }

  @Test
  @Tag("PRV-12")
  void whatIsRevokedIsNeitherSuspendedNorReinstated() {
    var _ = institution.revoke(credential, "error");

    var replies = List.of(institution.suspend(credential), institution.reinstate(credential));

    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isEqualTo(409);
              assertThat(reply.json().at("/type").asText()).endsWith("/already-revoked");
            });
  }

  @Test
  void whatIsDoneIsNotDoneAgain() {
    Reply standing = institution.reinstate(credential);
    var _ = institution.suspend(credential);

    Reply suspended = institution.suspend(credential);

    assertThat(standing.status()).isEqualTo(409);
    assertThat(standing.json().at("/type").asText()).endsWith("/not-suspended");
    assertThat(suspended.status()).isEqualTo(409);
    assertThat(suspended.json().at("/type").asText()).endsWith("/already-suspended");
    assertThat(announced(2).data().history()).hasSize(2);
  }

  /** As every credential was before there were lists of suspensions. */
  @Test
  void whatNamesNoListOfSuspensionsIsNotSuspendedButCanBeRevoked() {
    Institution.asOwner(
        "update status_list set suspensions = null where organisation = '" + institution.id + "'");

    Reply suspended = institution.suspend(credential);

    assertThat(suspended.status()).isEqualTo(409);
    assertThat(suspended.json().at("/type").asText()).endsWith("/not-suspendable");
    assertThat(institution.revoke(credential, "error").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @Tag("PRV-12")
  @ValueSource(strings = {"suspension", "reinstatement"})
  void aChangeHasOneOfItsCodedReasons(String change) {
    var replies =
        Stream.of("{\"reason\":\"whim\"}", "{\"reason\":\"supersession\"}", "{}", "null", "")
            .map(body -> institution.post("/credentials/" + credential + "/" + change, body));

    assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspension", "reinstatement"})
  void whoMayOnlyDefineChangesNothing(String change) {
    Reply reply =
        Institution.service()
            .post(institution.path("/credentials/" + credential + "/" + change))
            .bearer(Tokens.organisation(institution.id, "creator"))
            .json("{\"reason\":\"holder-request\"}")
            .send();

    assertThat(reply.status()).isEqualTo(403);
  }

  @Test
  void anotherInstitutionIsToldNothingAboutIt() {
    var other = Institution.authorised();

    assertThat(other.suspend(credential).status()).isEqualTo(404);
    assertThat(other.reinstate(credential).status()).isEqualTo(404);
  }

  private Event<CredentialStatusChangedV1> announced(long sequence) {
    return Await.untilPresent(
        "it is announced",
        () ->
            topics.read(Topic.CREDENTIAL_STATUS, CredentialStatusChangedV1.class).stream()
                .filter(each -> each.data().credentialId().equals(credential))
                .filter(each -> each.envelope().sequence() == sequence)
                .findFirst()
                .orElse(null));
  }
}
