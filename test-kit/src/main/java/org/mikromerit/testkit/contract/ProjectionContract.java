package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.events.UnreadableEvent;
import org.mikromerit.kit.projection.Projection;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;

/**
 * A copy of what others own can be thrown away and comes back the same. Inherit it with topics of
 * its own ({@code restrictToAnnotatedClass}).
 */
public abstract class ProjectionContract {
  private static final long SEED = 20_261_122L;

  /** What the owners told, so that each projection holds something; in order of their telling. */
  protected abstract List<Event<EventData>> told();

  /** The sample of a type of event, as its owner would tell it. */
  protected static Event<EventData> sample(EventType type) {
    try {
      return told(EventCodec.decode(type.ceType(), type.sample()), 1);
    } catch (UnreadableEvent e) {
      throw new AssertionError(e);
    }
  }

  protected static Event<EventData> told(EventData data, long sequence) {
    return Event.of(UUID.randomUUID(), sequence, Instant.now(), null, data);
  }

  @Test
  @Tag("R5")
  void aProjectionThatWasDroppedComesBackTheSame() {
    tell(told());
    for (Projection projection : projections()) {
      JsonNode before = dump(projection);
      assertThat(before.path("rows").asLong()).as("rows of %s", projection.name()).isPositive();
      drop(projection);
      assertThat(dump(projection)).isNotEqualTo(before);

      rebuild(projection);

      Await.untilAsserted(
          projection.name() + " is as it was",
          () -> assertThat(dump(projection)).isEqualTo(before));
    }
  }

  @Test
  @Tag("R5")
  void eventsToldSeveralTimesAndInAnyOrderMakeTheSame() {
    List<Event<EventData>> once = told();
    tell(once);
    List<JsonNode> before = projections().stream().map(ProjectionContract::dump).toList();
    var random = new Random(SEED);
    var again = new ArrayList<Event<EventData>>();
    for (Event<EventData> event : once) {
      again.addAll(Collections.nCopies(1 + random.nextInt(4), event));
    }
    Collections.shuffle(again, random);

    tell(again);
    assertThat(projections().stream().map(ProjectionContract::dump).toList()).isEqualTo(before);
    projections().forEach(ProjectionContract::rebuild);
    awaitConsumed();

    Await.untilAsserted(
        "all are as they were",
        () ->
            assertThat(projections().stream().map(ProjectionContract::dump).toList())
                .isEqualTo(before));
  }

  @Test
  @Tag("S10")
  void anEditOfAnyColumnOfACopyIsFound() throws SQLException {
    tell(told());
    Edits.free(tables());
    assertThat(Edits.found()).isEmpty();
    var edited = new ArrayList<String>();
    for (Projection projection : projections()) {
      for (String table : projection.tables()) {
        for (String column : Edits.columns(table)) {
          if (!projection.localColumns(table).contains(column)) {
            assertThat(Edits.foundAfterEditOf(table, column))
                .as("an edit of %s.%s", table, column)
                .contains(table);
            edited.add(table + "." + column);
          }
        }
      }
    }
    assertThat(edited).isNotEmpty();
    assertThat(Edits.foundAfterEditOf("entity_version", "sequence")).contains("entity_version");
    assertThat(Edits.found()).isEmpty();
  }

  @Test
  @Tag("S10")
  void aRowOfACopyThatSomebodyTookAwayOrPutInIsFound() throws SQLException {
    tell(told());
    Edits.free(tables());
    for (String table : tables()) {
      assertThat(Edits.foundWithout(table)).as("a row less of %s", table).contains(table);
      assertThat(Edits.foundWithAnother(table)).as("a row more of %s", table).contains(table);
    }
    assertThat(Edits.found()).isEmpty();
  }

  private static List<String> tables() {
    return projections().stream().flatMap(each -> each.tables().stream()).toList();
  }

  private static List<Projection> projections() {
    List<Projection> projections =
        Arc.container().listAll(Projection.class).stream().map(each -> each.get()).toList();
    assertThat(projections).isNotEmpty();
    return projections;
  }

  private static void tell(List<Event<EventData>> events) {
    try (var probe = new TopicProbe()) {
      events.forEach(probe::publish);
    }
    for (Event<EventData> event : events) {
      Await.until(event.envelope().type() + " is applied", () -> isApplied(event));
    }
    awaitConsumed();
  }

  /** Not only applied once: every repetition was read too, and may have changed something. */
  private static void awaitConsumed() {
    try (var probe = new TopicProbe()) {
      probe.awaitConsumed(
          ConfigProvider.getConfig().getValue("quarkus.application.name", String.class));
    }
  }

  private static boolean isApplied(Event<?> event) {
    return Arc.container()
        .instance(Jdbi.class)
        .get()
        .withHandle(
            sql ->
                sql.createQuery(
                        """
                        select exists (select from entity_version
                         where topic = :topic and subject = :subject and sequence >= :sequence)
                        """)
                    .bind("topic", event.topic().topicName())
                    .bind("subject", event.envelope().subject())
                    .bind("sequence", event.envelope().sequence())
                    .mapTo(Boolean.class)
                    .one());
  }

  private static JsonNode dump(Projection projection) {
    return OperatorCalls.read("/operator/projections/" + projection.name() + "/dump");
  }

  private static void rebuild(Projection projection) {
    OperatorCalls.begin("/operator/projections/" + projection.name() + "/rebuild", "");
  }

  private static void drop(Projection projection) {
    try (var owner = Owner.connect();
        var sql = owner.createStatement()) {
      for (String table : projection.tables()) {
        sql.execute("delete from " + table);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
