package org.mikromerit.verification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;
import org.mikromerit.testkit.contract.ProjectionContract;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class ProjectionTest extends ProjectionContract {
  @Override
  protected List<Event<EventData>> told() {
    return Stream.concat(
            Stream.of(
                    EventType.ORGANISATION_CHANGED_V1,
                    EventType.ORGANISATION_KEY_CHANGED_V1,
                    EventType.DEFINITION_PUBLISHED_V1,
                    EventType.ISSUING_RIGHT_CHANGED_V1,
                    EventType.CREDENTIAL_STATUS_CHANGED_V1)
                .map(ProjectionContract::sample),
            Stream.of(told(aBundle(), 1), told(aStatement(), 1)))
        .toList();
  }

  /** Lists are signed: one of a school that is known, and one that waits for its key. */
  @BeforeAll
  static void lists() {
    try (var topics = new TopicProbe()) {
      var school = School.authorised(topics);
      school.announceBothForms(
          new BitSet(), new BitSet(), StatusBits.FEWEST, Instant.now().plus(Duration.ofDays(1)));
      new School(topics).announceList();
    }
  }

  private static KeyCompromiseStatedV1 aStatement() {
    var content =
        KeyCompromiseTest.content(
            "did:web:example.org#key", 0, 1, Map.of(UUID.randomUUID(), "0".repeat(64)));
    return new KeyCompromiseStatedV1(
        UUID.randomUUID(),
        UUID.randomUUID(),
        KeyCompromiseTest.SINCE,
        0,
        1,
        KeyCompromiseTest.statement(content, KeyCompromiseTest.REGISTRY));
  }

  /** Of a registry that is trusted here: no other's is kept. */
  private static TrustBundleImportedV1 aBundle() {
    try (var topics = new TopicProbe()) {
      var school = new School(topics, OtherRegistry.PUBLIC);
      return OtherRegistry.imported(OtherRegistry.signed(OtherRegistry.says(school)));
    }
  }
}
