package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;

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
      assertThat(String.valueOf(kept(shuffled)).replace(shuffled.toString(), "entity"))
          .isEqualTo(String.valueOf(kept(inOrder)).replace(inOrder.toString(), "entity"));
    }
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
