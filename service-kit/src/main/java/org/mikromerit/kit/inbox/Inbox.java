package org.mikromerit.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.EventEnvelope;

/** What was applied, and how new it was; every call belongs to the transaction that applies. */
@ApplicationScoped
class Inbox {
  private final Jdbi jdbi;

  Inbox(Jdbi jdbi) {
    this.jdbi = jdbi;
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
}
