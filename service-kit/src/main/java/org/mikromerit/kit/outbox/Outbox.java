package org.mikromerit.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Lane;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.kit.sql.WriteTogether;

/** Announces what changed, in the transaction that changed it: both happen or neither. */
@ApplicationScoped
public class Outbox {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final OutboxRelay relay;
  private final WriteTogether together;
  private final TransactionSynchronizationRegistry transactions;
  private final Consumer<List<Row>> once = this::insertOnce;
  private final Consumer<List<Row>> unlessThere = this::insertUnlessThere;

  Outbox(
      Jdbi jdbi,
      InstantSource clock,
      OutboxRelay relay,
      WriteTogether together,
      TransactionSynchronizationRegistry transactions) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.relay = relay;
    this.together = together;
    this.transactions = transactions;
  }

  /** An event that can be written: what could fail about it has been done. */
  private record Row(Event<EventData> event, String payload) {
    static Row of(Event<EventData> event) {
      return new Row(event, new String(EventCodec.toJson(event.data()), StandardCharsets.UTF_8));
    }
  }

  /**
   * Announces a fact. The entity's row must be locked already, so that its events are written in
   * the order of their sequence. The event's id follows from its type, subject and sequence, so
   * that a fact has one id however often it is told; announcing two facts as one version lets the
   * commit fail.
   *
   * @param sequence the entity's version, from 1
   * @return the event's id
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID announce(EventData data, long sequence) {
    var event = event(data, sequence, clock.instant());
    together.add(once, Row.of(event));
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
    together.add(unlessThere, Row.of(event(data, sequence, time)));
    wakeRelayAfterCommit();
  }

  private static Event<EventData> event(EventData data, long sequence, Instant time) {
    UUID id =
        Ids.named("event", data.eventType().ceType(), data.subject(), Long.toString(sequence));
    return Event.of(id, sequence, time, null, data);
  }

  private void insertOnce(List<Row> rows) {
    insert(rows, "");
  }

  private void insertUnlessThere(List<Row> rows) {
    insert(rows, "on conflict (id) do nothing");
  }

  private void insert(List<Row> rows, String onConflict) {
    var each = Columns.of(rows);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, subject, sequence, lane,
                                        classification, occurred_at, traceparent)
                    select id, topic, key, type, payload, subject, sequence, lane, classification, time, traceparent
                      from unnest(:ids, :topics, :keys, :types, :payloads, :subjects, :sequences, :lanes,
                                  :classifications, :times, :traceparents) with ordinality
                        as event (id, topic, key, type, payload, subject, sequence, lane, classification, time,
                                  traceparent, place)
                     order by place
                    """
                        + onConflict)
                .bind("ids", each.uuids(row -> row.event().envelope().id()))
                .bind("topics", each.texts(row -> row.event().topic().topicName()))
                .bind("keys", each.texts(row -> row.event().envelope().key()))
                .bind("types", each.texts(row -> row.event().envelope().type()))
                .bind("payloads", each.texts(Row::payload))
                .bind("subjects", each.texts(row -> row.event().envelope().subject()))
                .bind("sequences", each.numbers(row -> row.event().envelope().sequence()))
                .bind("lanes", each.numbers(row -> order(row.event().topic().lane())))
                .bind(
                    "classifications",
                    each.texts(row -> row.event().envelope().classification().code()))
                .bind("times", each.times(row -> row.event().envelope().time()))
                .bind("traceparents", each.texts(row -> row.event().envelope().traceparent()))
                .execute());
  }

  /** The lanes in the order in which the relay empties them. */
  private static long order(Lane lane) {
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
