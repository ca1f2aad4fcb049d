package org.mikromerit.kit.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.Topic;

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

  /**
   * Notes that the partition was taken back, and that the broker knows.
   *
   * @param until its end at that time
   */
  public void note(String topic, int partition, long generation, long until) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into rewound as known (topic, kafka_partition, generation, until)
                    values (:topic, :partition, :generation, :until)
                    on conflict (topic, kafka_partition) do update
                      set generation = excluded.generation, until = excluded.until
                      where known.generation < excluded.generation
                    """)
                .bind("topic", topic)
                .bind("partition", partition)
                .bind("generation", generation)
                .bind("until", until)
                .execute());
  }

  /** Where the partition ended when it was taken back, until that is read again. */
  public OptionalLong until(String topic, int partition) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select until from rewound
                     where topic = :topic and kafka_partition = :partition and until is not null
                    """)
                .bind("topic", topic)
                .bind("partition", partition)
                .mapTo(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst());
  }

  /** Notes that all is applied again that was in the partition when it was taken back. */
  public void arrived(String topic, int partition) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update rewound set until = null
                     where topic = :topic and kafka_partition = :partition
                    """)
                .bind("topic", topic)
                .bind("partition", partition)
                .execute());
  }

  /**
   * Whether a copy that is made of these topics is being made again, so that it holds less than was
   * told. Once it is not, it stays so for a transaction that holds rebuilding off. What its owner
   * has to tell again, because the broker does not keep it, is not known of here.
   */
  public boolean underWay(Set<Topic> topics) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (
                      select from rewind r
                        join unnest(:topics, :partitions) as asked (topic, partitions) on asked.topic = r.topic
                       where asked.partitions > (select count(*) from rewound d
                              where d.topic = r.topic and d.generation = r.generation and d.until is null))
                    """)
                .bind("topics", topics.stream().map(Topic::topicName).toArray(String[]::new))
                .bind(
                    "partitions",
                    topics.stream()
                        .map(each -> (long) each.settings().partitions())
                        .toArray(Long[]::new))
                .mapTo(Boolean.class)
                .one());
  }
}
