package org.mikromerit.kit.operator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads how the outbox and the parked events stand. */
@ApplicationScoped
public class OperatorViews {
  private final Jdbi jdbi;

  OperatorViews(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What waits for the broker.
   *
   * @param oldest when the oldest waiting event happened; null when none waits
   */
  public record OutboxState(long waiting, @Nullable Instant oldest) {}

  /**
   * An event that could not be applied.
   *
   * @param key whose later events wait behind it; null where it has none
   * @param type of the event, as its header says; null where it says none
   * @param tries how often it was tried, the first time included
   */
  public record ParkedEvent(
      long position,
      String topic,
      int partition,
      long offset,
      @Nullable String key,
      @Nullable String type,
      String cause,
      int tries,
      Instant parkedAt) {}

  public OutboxState outbox() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select count(*) as waiting, min(occurred_at) as oldest from outbox")
                .map(
                    (row, _) -> {
                      var oldest = row.getTimestamp("oldest");
                      return new OutboxState(
                          row.getLong("waiting"), oldest == null ? null : oldest.toInstant());
                    })
                .one());
  }

  /**
   * How many events of a topic are parked.
   *
   * @param key null for all keys
   */
  public long parked(String topic, @Nullable String key) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select count(*) from parked
                     where topic = :topic and (cast(:key as text) is null or key = :key)
                    """)
                .bind("topic", topic)
                .bind("key", key)
                .mapTo(Long.class)
                .one());
  }

  public List<ParkedEvent> parked(long after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select position, topic, kafka_partition, kafka_offset, key, headers ->> 'ce_type' as type, cause, tries, parked_at
                      from parked where position > :after order by position limit :most
                    """)
                .bind("after", after)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new ParkedEvent(
                            row.getLong("position"),
                            row.getString("topic"),
                            row.getInt("kafka_partition"),
                            row.getLong("kafka_offset"),
                            row.getString("key"),
                            row.getString("type"),
                            row.getString("cause"),
                            row.getInt("tries"),
                            row.getTimestamp("parked_at").toInstant()))
                .list());
  }
}
