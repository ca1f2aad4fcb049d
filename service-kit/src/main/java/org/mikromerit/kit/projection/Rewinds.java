package org.mikromerit.kit.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps which topics are to be read from their beginning again, and keeps those who apply events
 * and those who rebuild out of each other's way.
 */
@ApplicationScoped
public class Rewinds {
  /** Names rebuilding among a database's advisory locks of two numbers. */
  private static final int REBUILD = 0x7265_6275;

  private final Jdbi jdbi;

  Rewinds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Nothing is rebuilt until the transaction ends. */
  public void holdOff() {
    lock("select pg_advisory_xact_lock_shared(:name, 0) is null");
  }

  /** No event is applied until the transaction ends. */
  void stopEvents() {
    lock("select pg_advisory_xact_lock(:name, 0) is null");
  }

  private void lock(String text) {
    jdbi.withHandle(sql -> sql.createQuery(text).bind("name", REBUILD).mapTo(Boolean.class).one());
  }

  /** How often each topic was to be read again; empty for those that never were. */
  public Map<String, Long> generations() {
    return jdbi.withHandle(
        sql -> {
          Map<String, Long> generations = new HashMap<>();
          sql.createQuery("select topic, generation from rewind")
              .map((row, _) -> Map.entry(row.getString("topic"), row.getLong("generation")))
              .forEach(each -> generations.put(each.getKey(), each.getValue()));
          return generations;
        });
  }

  /** Asks for the topics to be read again. */
  void ask(Collection<String> topics, Instant at) {
    for (String topic : topics) {
      jdbi.useHandle(
          sql ->
              sql.createUpdate(
                      """
                      insert into rewind as asked (topic, generation, requested_at) values (:topic, 1, :at)
                      on conflict (topic) do update set generation = asked.generation + 1, requested_at = :at
                      """)
                  .bind("topic", topic)
                  .bind("at", at)
                  .execute());
    }
  }

  /** The generation that the partition was taken back for; 0 if it never was. */
  public long done(String topic, int partition) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select coalesce(max(generation), 0) from rewound
                     where topic = :topic and kafka_partition = :partition
                    """)
                .bind("topic", topic)
                .bind("partition", partition)
                .mapTo(Long.class)
                .one());
  }

  /** Notes that the partition was taken back, and that the broker knows. */
  public void note(String topic, int partition, long generation) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into rewound as known (topic, kafka_partition, generation)
                    values (:topic, :partition, :generation)
                    on conflict (topic, kafka_partition) do update set generation = excluded.generation
                      where known.generation < excluded.generation
                    """)
                .bind("topic", topic)
                .bind("partition", partition)
                .bind("generation", generation)
                .execute());
  }
}
