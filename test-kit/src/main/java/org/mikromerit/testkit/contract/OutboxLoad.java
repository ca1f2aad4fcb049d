package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.Event;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;

/**
 * Many writers who announce changes of a few entities, some of which are rolled back; and the
 * question whether all arrived.
 */
final class OutboxLoad {
  private static final int WRITERS = 16;
  private static final int EVENTS_EACH = 40;
  private static final int ENTITIES = 12;
  private static final String ROLLED_BACK = "Never";

  private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();
  private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
  private final List<UUID> entities = Stream.generate(UUID::randomUUID).limit(ENTITIES).toList();

  void writeConcurrently() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          IntStream.range(0, WRITERS).mapToObj(n -> executor.submit(() -> write(n))).toList();
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }

  private void write(int writer) {
    for (int n = 0; n < EVENTS_EACH; n++) {
      UUID entity = entities.get((writer * 7 + n) % ENTITIES);
      boolean rollBack = (writer + n) % 5 == 0;
      try {
        QuarkusTransaction.requiringNew().run(() -> announce(entity, rollBack));
      } catch (SecondThoughts e) {
        // As intended: this one must leave no trace.
      }
    }
  }

  private void announce(UUID entity, boolean rollBack) {
    // Stands for the lock of the entity's row, which every announcing use case holds.
    bean(Jdbi.class)
        .useHandle(
            sql ->
                sql.createQuery("select pg_advisory_xact_lock(:key) is null")
                    .bind("key", entity.getLeastSignificantBits())
                    .mapTo(Boolean.class)
                    .one());
    long sequence = sequences.getOrDefault(entity, 0L) + 1;
    UUID event = bean(Outbox.class).announce(state(entity, rollBack), sequence);
    if (rollBack) {
      throw new SecondThoughts();
    }
    sequences.put(entity, sequence);
    committed.add(event);
  }

  /** Rolls a transaction back. */
  private static final class SecondThoughts extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  void assertEverythingArrivedInOrder() {
    try (var probe = new TopicProbe()) {
      Await.untilAsserted(
          "every committed event is on the topic",
          () -> assertThat(ids(ours(probe))).containsAll(committed));
      List<Event<OrganisationChangedV1>> arrived = ours(probe);
      // By its words: the version that was announced in its place has the same id.
      assertThat(arrived).noneMatch(event -> event.data().name().equals(ROLLED_BACK));
      for (UUID entity : entities) {
        // Seen more than once is allowed; the first sightings are in order and without a gap.
        var firsts = new LinkedHashSet<Long>();
        arrived.stream()
            .filter(event -> event.data().organisationId().equals(entity))
            .forEach(event -> firsts.add(event.envelope().sequence()));
        assertThat(new ArrayList<>(firsts))
            .isEqualTo(
                IntStream.rangeClosed(1, sequences.getOrDefault(entity, 0L).intValue())
                    .mapToObj(Long::valueOf)
                    .toList());
      }
    }
  }

  private List<Event<OrganisationChangedV1>> ours(TopicProbe probe) {
    var mine = new HashSet<>(entities);
    return probe.read(Topic.ORGANISATION, OrganisationChangedV1.class).stream()
        .filter(event -> mine.contains(event.data().organisationId()))
        .toList();
  }

  private static Set<UUID> ids(List<Event<OrganisationChangedV1>> events) {
    return events.stream().map(event -> event.envelope().id()).collect(Collectors.toSet());
  }

  private static OrganisationChangedV1 state(UUID entity, boolean rollBack) {
    Instant now = Instant.now();
    return new OrganisationChangedV1(
        entity,
        rollBack ? ROLLED_BACK : "Folkhögskolan på Åsön",
        "SE",
        GovernanceModel.AUTONOMOUS,
        OrganisationState.APPLIED,
        "did:web:localhost%3A8082:organisations:" + entity,
        List.of(new OrganisationChangedV1.StateSince(OrganisationState.APPLIED, now, null)),
        null);
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }
}
