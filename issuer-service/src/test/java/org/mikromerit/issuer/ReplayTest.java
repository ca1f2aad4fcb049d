package org.mikromerit.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.ReplayContract;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class ReplayTest extends ReplayContract {
  @Override
  protected Set<Topic> topics() {
    return Set.of(
        Topic.ORGANISATION_KEY,
        Topic.DEFINITION,
        Topic.STATUS_LIST,
        Topic.CREDENTIAL,
        Topic.CREDENTIAL_STATUS,
        Topic.ISSUING_RIGHT,
        Topic.GIVEN_CREDENTIAL);
  }

  @Override
  protected void makeSome() {
    var institution = Institution.authorised();
    var definition = institution.publishedDefinition();
    institution.issued(Institution.order(definition));
    var revoked = institution.issued(Institution.orderFor(definition, "bo@example.org"));
    institution.revoke(revoked, "error");
    var holder = Institution.authorised();
    institution.post(
        "/definitions/" + definition + "/rights", "{\"holder\":\"" + holder.id + "\"}");
    institution.givenCredential(institution.instance("web", false));
    try (var probe = new TopicProbe()) {
      for (Topic topic : topics()) {
        Await.until("told on " + topic, () -> !probe.records(topic).isEmpty());
      }
    }
  }
}
