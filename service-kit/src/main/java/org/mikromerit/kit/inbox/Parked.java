package org.mikromerit.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The records that could not be applied, and the later ones of their keys, in the order in which
 * they came. Every call belongs to its caller's transaction.
 */
@ApplicationScoped
class Parked {
  private static final int LONGEST_CAUSE = 2_000;

  /** Names a key's queue among a database's advisory locks of two numbers. */
  private static final int QUEUE = 0x7061_726b;

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final Jdbi jdbi;
  private final ObjectMapper json;

  Parked(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /**
   * The parked records of one key, or a single one that has none.
   *
   * @param head the position of one of them
   */
  record Queue(long head, String topic, @Nullable String key) {}

  /** One of them. */
  record Entry(long position, IncomingRecord record) {}

  /**
   * Whether an earlier record of this key waits, so that this one must wait behind it. If so, the
   * queue stays as it is until the transaction ends: whoever empties it will see this record.
   */
  boolean hasEarlierOf(IncomingRecord record) {
    String key = record.key();
    if (key == null || !holds(record.topic(), key)) {
      return false;
    }
    lock(record.topic(), key);
    return holds(record.topic(), key);
  }

  /** Whether an earlier record of any of their keys waits. */
  boolean hasEarlierOfAny(List<IncomingRecord> records) {
    List<IncomingRecord> keyed = records.stream().filter(each -> each.key() != null).toList();
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select from parked
                      join unnest(:topics, :keys) as told (topic, key) using (topic, key))
                    """)
                .bind("topics", keyed.stream().map(IncomingRecord::topic).toArray(String[]::new))
                .bind("keys", keyed.stream().map(IncomingRecord::key).toArray(String[]::new))
                .mapTo(Boolean.class)
                .one());
  }

  private boolean holds(String topic, String key) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select exists (select from parked where topic = :topic and key = :key)")
                .bind("topic", topic)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
  }

  private void lock(String topic, String key) {
    jdbi.withHandle(
        sql ->
            sql.createQuery("select pg_advisory_xact_lock(:queue, hashtext(:name)) is null")
                .bind("queue", QUEUE)
                .bind("name", topic + "\n" + key)
                .mapTo(Boolean.class)
                .one());
  }

  /** Sets the record aside with its cause; adding it again changes nothing. */
  void add(IncomingRecord record, String cause) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into parked (topic, kafka_partition, kafka_offset, key, headers, payload, cause)
                    values (:topic, :partition, :offset, :key, cast(:headers as jsonb), :payload, :cause)
                    on conflict do nothing
                    """)
                .bind("topic", record.topic())
                .bind("partition", record.partition())
                .bind("offset", record.offset())
                .bind("key", record.key())
                .bind("headers", text(record.headers()))
                .bind("payload", record.value())
                .bind("cause", bounded(cause))
                .execute());
  }

  /**
   * Some of the queues whose heads come after the given position, in order.
   *
   * @param topic null for all topics
   * @param key null for all keys
   */
  List<Queue> queues(@Nullable String topic, @Nullable String key, long after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select min(position) as head, topic, key from parked
                     where (cast(:topic as text) is null or topic = :topic)
                       and (cast(:key as text) is null or key = :key)
                     group by topic, key, case when key is null then position end
                    having min(position) > :after order by head limit :most
                    """)
                .bind("topic", topic)
                .bind("key", key)
                .bind("after", after)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Queue(
                            row.getLong("head"), row.getString("topic"), row.getString("key")))
                .list());
  }

  /** The queue's next record; nobody else takes it or adds to the queue until the end. */
  Optional<Entry> takeNext(Queue queue) {
    String key = queue.key();
    if (key != null) {
      lock(queue.topic(), key);
    }
    String which = key == null ? "position = :head" : "topic = :topic and key = :key";
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select position, topic, kafka_partition, kafka_offset, key, headers, payload
                      from parked where %s order by kafka_offset limit 1 for update
                    """
                        .formatted(which))
                .bind("head", queue.head())
                .bind("topic", queue.topic())
                .bind("key", key)
                .map(this::entry)
                .findOne());
  }

  private Entry entry(ResultSet row, StatementContext context) throws SQLException {
    return new Entry(
        row.getLong("position"),
        new IncomingRecord(
            row.getString("topic"),
            row.getInt("kafka_partition"),
            row.getLong("kafka_offset"),
            row.getString("key"),
            headers(row.getString("headers")),
            row.getBytes("payload")));
  }

  void remove(Entry entry) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from parked where position = :position")
                .bind("position", entry.position())
                .execute());
  }

  /** It failed again: the newest cause is the one to show. */
  void failedAgain(Entry entry, String cause) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update parked set cause = :cause, tries = tries + 1, tried_at = now()
                     where position = :position
                    """)
                .bind("cause", bounded(cause))
                .bind("position", entry.position())
                .execute());
  }

  private static String bounded(String cause) {
    // PostgreSQL's text knows no NUL.
    String text = cause.replace('\0', '\uFFFD');
    return text.length() <= LONGEST_CAUSE ? text : text.substring(0, LONGEST_CAUSE);
  }

  private String text(Map<String, String> headers) {
    try {
      return json.writeValueAsString(headers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Headers are plain text", e);
    }
  }

  private Map<String, String> headers(String text) {
    try {
      return json.readValue(text, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Headers were written as plain text", e);
    }
  }
}
