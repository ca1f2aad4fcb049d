package org.mikromerit.registry.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.contract.BrokerAwayContract;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.Platform;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@TestProfile(BrokerAwayTest.OwnBroker.class)
class BrokerAwayTest extends BrokerAwayContract {

  /** An own start, with a broker that may be stopped. */
  public static final class OwnBroker implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(
          new TestResourceEntry(
              PlatformResource.class, Map.of("database", "registry", "own", "true")),
          new TestResourceEntry(IdentityResource.class));
    }
  }

  @Test
  @Tag("R6")
  void theRegisterIsReadAndWrittenWhileTheBrokerIsAwayAndAnnouncesItAfterwards() {
    Platform.get().killKafka();
    UUID organisation = Register.anAuthorisedOrganisation("Vårdskolan");
    int read = given().get("/organisations/{id}", organisation).statusCode();

    Platform.get().startKafka();

    assertThat(read).isEqualTo(200);
    try (TopicProbe topics = new TopicProbe()) {
      Await.untilAsserted(
          "the authorisation is announced",
          () ->
              assertThat(topics.read(Topic.ORGANISATION, OrganisationChangedV1.class))
                  .extracting(event -> event.data())
                  .filteredOn(told -> told.organisationId().equals(organisation))
                  .extracting(OrganisationChangedV1::state)
                  .endsWith(OrganisationState.AUTHORISED));
    }
  }
}
