package org.mikromerit.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.EventEnvelope;

/**
 * What was applied, how new it was, and what could not be; every call belongs to the transaction
 * that applies.
 */
@ApplicationScoped
class Inbox {
  private static final int LONGEST_CAUSE = 2_000;

  private final Jdbi jdbi;
  private final ObjectMapper json;

  Inbox(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /**
   * Notes the event; false if it was noted before. Two replicas with one event wait for each other
   * here.
   */
  boolean first(EventEnvelope event, String topic) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                        "insert into inbox (event_id, topic) values (:id, :topic) on conflict do nothing")
                    .bind("id", event.id())
                    .bind("topic", topic)
                    .execute()
                == 1);
  }

  /** Notes the subject's version; false if one as new or newer was noted before. */
  boolean newest(EventEnvelope event, String topic) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                        """
                        insert into entity_version as known (topic, subject, sequence)
                        values (:topic, :subject, :sequence)
                        on conflict (topic, subject) do update set sequence = excluded.sequence
                          where known.sequence < excluded.sequence
                        """)
                    .bind("topic", topic)
                    .bind("subject", event.subject())
                    .bind("sequence", event.sequence())
                    .execute()
                == 1);
  }

  /** Whether an earlier event of this key waits for a fix, so that this one must wait behind it. */
  boolean waitsBehind(IncomingRecord record) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select exists (select from parked where topic = :topic and key = :key)")
                .bind("topic", record.topic())
                .bind("key", record.key())
                .mapTo(Boolean.class)
                .one());
  }

  /** Sets the record aside with its cause; parking it again changes nothing. */
  void park(IncomingRecord record, String cause) {
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
                .bind("headers", headers(record))
                .bind("payload", record.value())
                .bind(
                    "cause",
                    cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE))
                .execute());
  }

  private String headers(IncomingRecord record) {
    try {
      return json.writeValueAsString(record.headers());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Headers are plain text", e);
    }
  }
}
