package org.mikromerit.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
   * Notes the events, each of another subject, and gives those that are to be applied: the ones
   * that were not noted before and are newer than what was noted of their subject. Two replicas
   * with one event wait for each other here.
   *
   * @return their ids
   */
  Set<UUID> fresh(List<EventEnvelope> events, List<String> topics) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    // Sorted, so that two who note the same ones wait in no circle.
                    """
                    with told as (
                      select * from unnest(:ids, :topics, :subjects, :sequences)
                        as told (event_id, topic, subject, sequence)),
                    first as (
                      insert into inbox (event_id, topic) select event_id, topic from told order by event_id
                      on conflict do nothing returning event_id),
                    newest as (
                      insert into entity_version as known (topic, subject, sequence)
                      select topic, subject, sequence from told join first using (event_id)
                       order by topic, subject
                      on conflict (topic, subject) do update set sequence = excluded.sequence
                        where known.sequence < excluded.sequence
                      returning topic, subject)
                    select event_id from told join newest using (topic, subject)
                    """)
                .bind("ids", events.stream().map(EventEnvelope::id).toArray(UUID[]::new))
                .bind("topics", topics.toArray(String[]::new))
                .bind(
                    "subjects", events.stream().map(EventEnvelope::subject).toArray(String[]::new))
                .bind(
                    "sequences", events.stream().map(EventEnvelope::sequence).toArray(Long[]::new))
                .mapTo(UUID.class)
                .set());
  }
}
