package org.mikromerit.registry.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.contract.ProjectionContract;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class ProjectionTest extends ProjectionContract {
  private static final Instant SINCE = Instant.parse("2026-03-01T09:30:00Z");

  @Override
  protected List<Event<EventData>> told() {
    return List.of(
        sample(EventType.DEFINITION_PUBLISHED_V1),
        told(aKeyOf(Register.anApplicant("Skolan med nyckel")), 1),
        sample(EventType.STATUS_LIST_PUBLISHED_V1),
        sample(EventType.ISSUING_RIGHT_CHANGED_V1),
        told(aSuspension(), 2));
  }

  private static CredentialStatusChangedV1 aSuspension() {
    var suspended =
        new StatusSince(CredentialStatus.SUSPENDED, StatusReason.UNDER_INVESTIGATION, SINCE);
    return new CredentialStatusChangedV1(
        UUID.randomUUID(),
        UUID.randomUUID(),
        suspended.status(),
        suspended.reason(),
        suspended.from(),
        List.of(new StatusSince(CredentialStatus.VALID, null, SINCE), suspended));
  }

  /** Under the DID that the register gave: it publishes no other's. */
  private static OrganisationKeyChangedV1 aKeyOf(UUID organisation) {
    String multibase =
        SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey().multibase();
    return new OrganisationKeyChangedV1(
        UUID.randomUUID(),
        organisation,
        Register.didOf(organisation) + "#" + multibase,
        multibase,
        KeyAlgorithm.ED25519,
        SINCE,
        null,
        null);
  }
}
