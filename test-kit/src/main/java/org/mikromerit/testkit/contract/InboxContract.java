package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.util.TypeLiteral;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http;

/**
 * What a service is told, it applies once, newest last; what it cannot apply stops nobody but the
 * later events of the same key.
 */
public abstract class InboxContract {
  private static final long SEED = 20_261_121L;

  /**
   * One version of an entity's state, on a topic that this service consumes; versions differ in
   * what the service keeps.
   */
  protected abstract EventData state(UUID entity, int version);

  /** What the service keeps of the entity; null where it knows nothing of it. */
  protected abstract @Nullable String kept(UUID entity);

  @Test
  @Tag("R5")
  void duplicatesAndReorderingChangeNothing() {
    UUID inOrder = UUID.randomUUID();
    UUID shuffled = UUID.randomUUID();
    try (var probe = new TopicProbe()) {
      for (int version = 1; version <= 6; version++) {
        probe.publish(state(inOrder, version), version);
      }
      var random = new Random(SEED);
      var events = new ArrayList<Event<?>>();
      for (int version = 1; version <= 6; version++) {
        Event<?> event =
            Event.of(UUID.randomUUID(), version, Instant.now(), null, state(shuffled, version));
        events.addAll(Collections.nCopies(1 + random.nextInt(4), event));
      }
      Collections.shuffle(events, random);

      events.forEach(probe::publish);

      awaitVersion(inOrder, 6);
      awaitVersion(shuffled, 6);
      probe.awaitConsumed(service());
      assertThat(String.valueOf(kept(shuffled)).replace(shuffled.toString(), "entity"))
          .isEqualTo(String.valueOf(kept(inOrder)).replace(inOrder.toString(), "entity"));
    }
  }

  @Test
  @Tag("OPS-4")
  void theOperatorSeesHowFarBehindItIs() {
    UUID entity = UUID.randomUUID();
    Topic topic = event(entity, 1).topic();
    try (var probe = new TopicProbe()) {
      probe.publish(state(entity, 1), 1);
      awaitVersion(entity, 1);

      Await.untilAsserted(
          "nothing waits",
          () ->
              assertThat(OperatorCalls.read("/operator/inbox").path("items"))
                  .filteredOn(each -> each.path("topic").asText().equals(topic.topicName()))
                  .singleElement()
                  .satisfies(each -> assertThat(each.path("waiting").asLong(-1)).isZero()));
    }
  }

  @Test
  @Tag("S9")
  void theServiceMayReadTheTopicsThatItHandlesAndNoOther() {
    Set<Topic> handled =
        Arc.container()
            .listAll(new TypeLiteral<EventHandler<?>>() {}, Any.Literal.INSTANCE)
            .stream()
            .map(handler -> topic(handler.get().data()))
            .collect(Collectors.toSet());

    assertThat(Topic.values())
        .filteredOn(topic -> topic.settings().readers().contains(service()))
        .containsExactlyInAnyOrderElementsOf(handled);
  }

  private static String service() {
    return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
  }

  private static Topic topic(Class<?> data) {
    return Stream.of(EventType.values())
        .filter(type -> type.dataClass().equals(data))
        .map(EventType::topic)
        .findFirst()
        .orElseThrow();
  }

  @Test
  @Tag("R4")
  void aPoisonEventIsParkedWithItsCauseAndStopsOnlyTheLaterOnesOfItsKey() {
    UUID poisoned = UUID.randomUUID();
    UUID healthy = UUID.randomUUID();
    try (var probe = new TopicProbe()) {
      Event<EventData> first =
          Event.of(UUID.randomUUID(), 1, Instant.now(), null, state(poisoned, 1));

      probe.publishRaw(
          first.topic(),
          first.envelope().key(),
          first.envelope().toHeaders(),
          "{\"no\":\"such\"}".getBytes(StandardCharsets.UTF_8));
      probe.publish(state(poisoned, 2), 2);
      probe.publish(state(healthy, 1), 1);

      awaitVersion(healthy, 1);
      Await.untilAsserted(
          "both events of the poisoned key are parked",
          () -> assertThat(parked(first.envelope().key())).hasSize(2));
      assertThat(parked(first.envelope().key()).getFirst()).contains("INVALID_DATA");
      assertThat(kept(poisoned)).isNull();
      assertThat(new Http("http://localhost:" + RestAssured.port).get("/q/health/well").send())
          .as("the alarm")
          .satisfies(alarm -> assertThat(alarm.status()).isEqualTo(503))
          .satisfies(alarm -> assertThat(alarm.body()).contains("\"parked\": true"));
    }
  }

  @Test
  @Tag("R4")
  void anEventOfAnUnknownTypeIsParkedNotSkipped() {
    UUID entity = UUID.randomUUID();
    try (var probe = new TopicProbe()) {
      Event<EventData> event =
          Event.of(UUID.randomUUID(), 1, Instant.now(), null, state(entity, 1));
      var headers = new java.util.LinkedHashMap<>(event.envelope().toHeaders());
      headers.put("ce_type", "org.mikromerit.future.happened.v9");

      probe.publishRaw(event.topic(), event.envelope().key(), headers, new byte[] {'{', '}'});

      Await.untilAsserted(
          "it is parked",
          () ->
              assertThat(parked(event.envelope().key()))
                  .singleElement()
                  .asString()
                  .contains("UNKNOWN_TYPE"));
    }
  }

  @Test
  @Tag("R4")
  void anEventWithoutHeadersIsParked() {
    UUID entity = UUID.randomUUID();
    try (var probe = new TopicProbe()) {
      Event<EventData> event =
          Event.of(UUID.randomUUID(), 1, Instant.now(), null, state(entity, 1));

      probe.publishRaw(event.topic(), event.envelope().key(), Map.of(), new byte[] {'?'});

      Await.untilAsserted(
          "it is parked",
          () ->
              assertThat(parked(event.envelope().key()))
                  .singleElement()
                  .asString()
                  .contains("BAD_HEADERS"));
    }
  }

  @Test
  @Tag("R4")
  void afterAFixTheParkedEventsOfAKeyApplyOnceAndInOrderWhileLaterOnesArrive() {
    UUID stuck = UUID.randomUUID();
    UUID healthy = UUID.randomUUID();
    String key = event(stuck, 1).envelope().key();
    try (var probe = new TopicProbe();
        var sabotage = new Sabotage()) {
      for (int version = 1; version <= 3; version++) {
        sabotage.sabotage(event(stuck, version).envelope().subject());
        probe.publish(state(stuck, version), version);
      }
      probe.publish(state(healthy, 1), 1);
      awaitVersion(healthy, 1);
      Await.untilAsserted("all three are parked", () -> assertThat(parked(key)).hasSize(3));
      assertThat(parked(key).getFirst()).contains("sabotaged");
      assertThat(kept(stuck)).isNull();

      sabotage.mend();
      retry(event(stuck, 1).topic(), key);
      for (int version = 4; version <= 40; version++) {
        probe.publish(state(stuck, version), version);
      }

      awaitVersion(stuck, 40);
      assertThat(parked(key)).isEmpty();
      String subject = event(stuck, 1).envelope().subject();
      assertThat(sabotage.applied(subject)).isSorted().doesNotHaveDuplicates().contains(1L, 2L, 3L);
    }
  }

  @Test
  @Tag("R4")
  void whatFailsAgainStaysWhereItIsAndKeepsTheLaterOnesBehindIt() {
    UUID stuck = UUID.randomUUID();
    String key = event(stuck, 1).envelope().key();
    try (var probe = new TopicProbe()) {
      probe.publishRaw(
          event(stuck, 1).topic(),
          key,
          event(stuck, 1).envelope().toHeaders(),
          "{".getBytes(StandardCharsets.UTF_8));
      probe.publish(state(stuck, 2), 2);
      Await.untilAsserted("both are parked", () -> assertThat(parked(key)).hasSize(2));

      retry(event(stuck, 1).topic(), key);

      Await.untilAsserted(
          "the first was tried again", () -> assertThat(tries(key)).containsExactly(2, 1));
      assertThat(parked(key).getFirst()).contains("MALFORMED_JSON");
      assertThat(kept(stuck)).isNull();
    }
  }

  @Test
  @Tag("R4")
  void oneInAHundredBrokenInEveryWayStopsNobodyElse() {
    var random = new Random(SEED);
    List<UUID> entities = Stream.generate(UUID::randomUUID).limit(100).toList();
    List<Broken> ways = List.of(Broken.values());
    var hit = new HashSet<UUID>();
    try (var probe = new TopicProbe()) {
      for (int version = 1; version <= 4; version++) {
        for (UUID entity : entities) {
          probe.publish(state(entity, version), version);
        }
        UUID victim = entities.get(random.nextInt(entities.size()));
        hit.add(victim);
        ways.get(version - 1).publish(probe, event(victim, 90 + version));
      }

      for (UUID entity : entities) {
        if (!hit.contains(entity)) {
          awaitVersion(entity, 4);
        }
      }
      for (UUID victim : hit) {
        Await.untilAsserted(
            "the victim's are parked",
            () -> assertThat(parked(event(victim, 1).envelope().key())).isNotEmpty());
      }
    }
  }

  /** The ways in which an event can be wrong. */
  private enum Broken {
    MALFORMED {
      @Override
      void publish(TopicProbe probe, Event<EventData> event) {
        publish(
            probe, event, event.envelope().toHeaders(), "{\"a\":".getBytes(StandardCharsets.UTF_8));
      }
    },
    FUTURE_VERSION {
      @Override
      void publish(TopicProbe probe, Event<EventData> event) {
        var headers = new LinkedHashMap<>(event.envelope().toHeaders());
        headers.computeIfPresent("ce_type", (_, type) -> type.replace(".v1", ".v2"));
        publish(probe, event, headers, EventCodec.toJson(event.data()));
      }
    },
    OVERSIZE {
      @Override
      void publish(TopicProbe probe, Event<EventData> event) {
        byte[] huge = ("{\"a\":\"" + "x".repeat(900_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        publish(probe, event, event.envelope().toHeaders(), huge);
      }
    },
    ANOTHERS {
      @Override
      void publish(TopicProbe probe, Event<EventData> event) {
        var headers = new LinkedHashMap<>(event.envelope().toHeaders());
        headers.put("ce_source", "/somebody-else");
        publish(probe, event, headers, EventCodec.toJson(event.data()));
      }
    };

    abstract void publish(TopicProbe probe, Event<EventData> event);

    static void publish(
        TopicProbe probe, Event<EventData> event, Map<String, String> headers, byte[] value) {
      probe.publishRaw(event.topic(), event.envelope().key(), headers, value);
    }
  }

  private Event<EventData> event(UUID entity, int version) {
    return Event.of(UUID.randomUUID(), version, Instant.now(), null, state(entity, version));
  }

  private static void retry(Topic topic, String key) {
    OperatorCalls.begin(
        "/operator/parked/retries",
        "{\"topic\":\"" + topic.topicName() + "\",\"key\":\"" + key + "\"}");
  }

  private static List<Integer> tries(String key) {
    return jdbi()
        .withHandle(
            sql ->
                sql.createQuery("select tries from parked where key = :key order by position")
                    .bind("key", key)
                    .mapTo(Integer.class)
                    .list());
  }

  private void awaitVersion(UUID entity, int version) {
    Event<EventData> event =
        Event.of(UUID.randomUUID(), 1, Instant.now(), null, state(entity, version));
    Await.until(
        "version " + version + " is applied",
        () ->
            jdbi()
                .withHandle(
                    sql ->
                        sql.createQuery(
                                """
                                select exists (select from entity_version
                                 where topic = :topic and subject = :subject and sequence = :sequence)
                                """)
                            .bind("topic", event.topic().topicName())
                            .bind("subject", event.envelope().subject())
                            .bind("sequence", version)
                            .mapTo(Boolean.class)
                            .one()));
  }

  private static List<String> parked(String key) {
    return jdbi()
        .withHandle(
            sql ->
                sql.createQuery("select cause from parked where key = :key order by position")
                    .bind("key", key)
                    .mapTo(String.class)
                    .list());
  }

  private static Jdbi jdbi() {
    return Arc.container().instance(Jdbi.class).get();
  }
}
