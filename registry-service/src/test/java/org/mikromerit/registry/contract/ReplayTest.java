package org.mikromerit.registry.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;
import org.mikromerit.registry.OtherRegistry;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.Register;
import org.mikromerit.registry.bundle.KeepTrustBundle;
import org.mikromerit.registry.compromise.StateCompromise;
import org.mikromerit.registry.publication.OrganisationKey;
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
@TestProfile(OtherRegistry.IsTrusted.class)
class ReplayTest extends ReplayContract {
  @Inject KeepTrustBundle keepTrustBundle;
  @Inject StateCompromise stateCompromise;

  @Override
  protected Set<Topic> topics() {
    return Set.of(Topic.ORGANISATION, Topic.LEARNER_LINK, Topic.TRUST_BUNDLE, Topic.KEY_COMPROMISE);
  }

  @Override
  protected void makeSome() {
    Register.anApplicant("Sökande skolan");
    Register.anAuthorisedOrganisation("Godkända skolan");
    Person lisa = People.withBoth();
    as(lisa).get("/portfolio/identifiers").then().statusCode(200);
    as(lisa).delete("/portfolio/identifiers/{ref}", lisa.emailRef()).then().statusCode(204);
    String said = OtherRegistry.says(UUID.randomUUID(), "VALID");
    QuarkusTransaction.requiringNew().run(() -> keepTrustBundle.keep(said));
    OrganisationKey key = aKey();
    QuarkusTransaction.requiringNew().run(() -> stateCompromise.begin(key, key.validFrom()));
    Await.untilAsserted(
        "all is announced",
        () -> {
          assertThat(versions(Topic.ORGANISATION, OrganisationChangedV1.class))
              .containsExactly(1L, 1L, 2L, 3L);
          assertThat(versions(Topic.LEARNER_LINK, LearnerLinkChangedV1.class))
              .containsExactly(1L, 1L, 1L, 2L);
          assertThat(versions(Topic.TRUST_BUNDLE, TrustBundleImportedV1.class)).containsExactly(1L);
          assertThat(versions(Topic.KEY_COMPROMISE, KeyCompromiseStatedV1.class))
              .containsExactly(1L);
        });
  }

  private static OrganisationKey aKey() {
    PublicKey key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey();
    UUID organisation = UUID.randomUUID();
    return new OrganisationKey(
        UUID.randomUUID(),
        organisation,
        VerificationMethodId.of(new Did(Register.didOf(organisation)), key),
        key,
        "Ed25519",
        Instant.parse("2026-01-15T08:00:00Z"),
        null,
        null);
  }

  private static RequestSpecification as(Person person) {
    return given().auth().oauth2(person.token());
  }

  private static List<Long> versions(Topic topic, Class<? extends EventData> type) {
    try (var probe = new TopicProbe()) {
      return probe.read(topic, type).stream()
          .map(told -> told.envelope().sequence())
          .sorted()
          .toList();
    }
  }
}
