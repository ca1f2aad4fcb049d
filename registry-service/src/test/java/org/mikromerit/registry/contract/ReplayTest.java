package org.mikromerit.registry.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.ReplayContract;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class ReplayTest extends ReplayContract {
  @Override
  protected Set<Topic> topics() {
    return Set.of(Topic.ORGANISATION);
  }

  @Override
  protected void makeSome() {
    Register.anApplicant("Sökande skolan");
    Register.anAuthorisedOrganisation("Godkända skolan");
    try (var probe = new TopicProbe()) {
      Await.until(
          "both are announced",
          () ->
              probe.read(Topic.ORGANISATION, OrganisationChangedV1.class).stream()
                      .map(each -> each.data().organisationId())
                      .distinct()
                      .count()
                  == 2);
    }
  }
}
