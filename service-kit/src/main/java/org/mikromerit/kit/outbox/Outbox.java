package org.mikromerit.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventEnvelope;
import org.mikromerit.events.Lane;
import org.mikromerit.kit.identity.Ids;

/** Announces what changed, in the transaction that changed it: both happen or neither. */
@ApplicationScoped
public class Outbox {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final OutboxRelay relay;
  private final TransactionSynchronizationRegistry transactions;

  Outbox(
      Jdbi jdbi,
      InstantSource clock,
      OutboxRelay relay,
      TransactionSynchronizationRegistry transactions) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.relay = relay;
    this.transactions = transactions;
  }

  /**
   * Announces a fact. The entity's row must be locked already, so that its events are written in
   * the order of their sequence. The event's id follows from its type, subject and sequence, so
   * that a fact has one id however often it is told; announcing two facts as one version fails.
   *
   * @param sequence the entity's version, from 1
   * @return the event's id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID announce(EventData data, long sequence) {
    var event = event(data, sequence, clock.instant());
    insert(event, "");
    wakeRelayAfterCommit();
    return event.envelope().id();
  }

  /**
   * Announces again what was announced before, with the same id; does nothing while the first
   * announcement still waits. The entity's row must be locked where it can change.
   *
   * @param time when the fact happened
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void announceAgain(EventData data, long sequence, Instant time) {
    insert(event(data, sequence, time), "on conflict (id) do nothing");
    wakeRelayAfterCommit();
  }

  private static Event<EventData> event(EventData data, long sequence, Instant time) {
    UUID id =
        Ids.named("event", data.eventType().ceType(), data.subject(), Long.toString(sequence));
    return Event.of(id, sequence, time, null, data);
  }

  private void insert(Event<?> event, String onConflict) {
    EventEnvelope envelope = event.envelope();
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, subject, sequence, lane,
                                        classification, occurred_at, traceparent)
                    values (:id, :topic, :key, :type, :payload, :subject, :sequence, :lane,
                            :classification, :time, :traceparent)
                    """
                        + onConflict)
                .bind("id", envelope.id())
                .bind("topic", event.topic().topicName())
                .bind("key", envelope.key())
                .bind("type", envelope.type())
                .bind(
                    "payload", new String(EventCodec.toJson(event.data()), StandardCharsets.UTF_8))
                .bind("subject", envelope.subject())
                .bind("sequence", envelope.sequence())
                .bind("lane", order(event.topic().lane()))
                .bind("classification", envelope.classification().code())
                .bind("time", envelope.time())
                .bind("traceparent", envelope.traceparent())
                .execute());
  }

  /** The lanes in the order in which the relay empties them. */
  private static int order(Lane lane) {
    return switch (lane) {
      case PRIORITY -> 0;
      case NORMAL -> 1;
    };
  }

  private void wakeRelayAfterCommit() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              relay.wake();
            }
          }
        });
  }
}
