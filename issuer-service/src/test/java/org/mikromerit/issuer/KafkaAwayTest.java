package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.BrokerAwayContract;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.Platform;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = {
      @ResourceArg(name = "database", value = "issuer"),
      @ResourceArg(name = "own", value = "true")
    })
@QuarkusTestResource(IdentityResource.class)
class KafkaAwayTest extends BrokerAwayContract {

  @Test
  @Tag("R6")
  void issuingAndRevokingAnswerWhileKafkaIsAwayAndAreAnnouncedWhenItIsBack() {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();

    Platform.get().killKafka();
    Reply issued = institution.issue(Institution.order(definition));
    Reply revoked = institution.revoke(Institution.idOf(issued), "error");
    Platform.get().startKafka();

    assertThat(issued.status()).isEqualTo(201);
    assertThat(revoked.status()).isEqualTo(200);
    try (var topics = new TopicProbe()) {
      Await.until(
          "the issue is announced",
          () ->
              topics.read(Topic.CREDENTIAL, CredentialIssuedV1.class).stream()
                  .anyMatch(event -> event.data().credentialId().equals(Institution.idOf(issued))));
      var employer = Employer.of(topics, institution);
      Await.untilAsserted(
          "the revocation is published",
          () -> assertThat(employer.verify(issued.body())).contains(FindingCode.REVOKED));
    }
  }
}
