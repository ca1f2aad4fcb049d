package org.mikromerit.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.testkit.contract.ProjectionContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class ProjectionTest extends ProjectionContract {
  @Override
  protected List<Event<EventData>> told() {
    return Stream.of(EventType.ORGANISATION_CHANGED_V1, EventType.LEARNER_LINK_CHANGED_V1)
        .map(ProjectionContract::sample)
        .toList();
  }
}
