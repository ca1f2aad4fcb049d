package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.events.Event;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** A correction, which takes the place of what it corrects. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class SupersessionTest {
  private final TopicProbe topics = new TopicProbe();
  private Institution institution;
  private UUID definition;
  private Reply earlier;

  @BeforeEach
  void aCredentialIsIssued() {
    institution = Institution.authorised();
    definition = institution.publishedDefinition();
    earlier = institution.issue(Institution.order(definition));
  }

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  @Tag("PRV-8")
  void whatIsCorrectedIsRevokedAsSupersededAndTheCorrectionStands() {
    var employer = Employer.of(topics, institution);

    Reply correction = institution.issue(correction());

    assertThat(correction.status()).as(correction.body()).isEqualTo(201);
    assertThat(announced().data().reason()).isEqualTo(StatusReason.SUPERSESSION);
    Await.untilAsserted(
        "the list says so",
        () -> assertThat(employer.verify(earlier.body())).contains(FindingCode.REVOKED));
    assertThat(employer.verify(correction.body()))
        .contains(FindingCode.STATUS_STANDING)
        .doesNotContain(FindingCode.REVOKED);
  }

  @Test
  @Tag("PRV-8")
  void whatIsSuspendedIsCorrectedToo() {
    var _ = institution.suspend(Institution.idOf(earlier));

    assertThat(institution.issue(correction()).status()).isEqualTo(201);

    assertThat(statuses()).containsExactly("REVOKED", "VALID");
  }

  @Test
  @Tag("PRV-8")
  void aCorrectionThatIsNotIssuedRevokesNothing() {
    ObjectNode incomplete = correction();
    incomplete.remove("awardedAt");

    Reply refused = institution.issue(incomplete);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(statuses()).containsExactly("VALID");
  }

  @Test
  @Tag("PRV-8")
  void whatIsRevokedIsNotCorrectedAndNothingIsIssued() {
    var _ = institution.revoke(Institution.idOf(earlier), "error");

    Reply refused = institution.issue(correction());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/type").asText()).endsWith("/already-revoked");
    assertThat(statuses()).containsExactly("REVOKED");
  }

  @Test
  @Tag("PRV-8")
  void whatAnotherIssuedIsNotCorrected() {
    var other = Institution.authorised();
    ObjectNode order = Institution.order(other.publishedDefinition());
    order.put("supersedes", Institution.idOf(earlier).toString());

    Reply refused = other.issue(order);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(other.get("/credentials").json().at("/items")).isEmpty();
    assertThat(statuses()).containsExactly("VALID");
  }

  @Test
  @Tag("PRV-8")
  void aRepeatedRequestCorrectsOnce() {
    ObjectNode order = correction();
    String key = UUID.randomUUID().toString();
    Reply first = institution.issue(order, key);

    Reply again = institution.issue(order, key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(statuses()).containsExactly("REVOKED", "VALID");
  }

  private ObjectNode correction() {
    ObjectNode order = Institution.order(definition);
    order.put("supersedes", Institution.idOf(earlier).toString());
    return order;
  }

  private List<String> statuses() {
    return institution.get("/credentials").json().at("/items").findValuesAsText("status");
  }

  private Event<CredentialStatusChangedV1> announced() {
    return Await.untilPresent(
        "it is announced",
        () ->
            topics.read(Topic.CREDENTIAL_STATUS, CredentialStatusChangedV1.class).stream()
                .filter(each -> each.data().credentialId().equals(Institution.idOf(earlier)))
                .findFirst()
                .orElse(null));
  }
}
