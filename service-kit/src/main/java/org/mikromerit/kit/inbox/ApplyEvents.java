package org.mikromerit.kit.inbox;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventEnvelope;
import org.mikromerit.events.EventType;
import org.mikromerit.events.UnreadableEvent;
import org.mikromerit.kit.sql.TransientSql;

/**
 * Applies records once each and newest last: a batch in one transaction where all goes well, one by
 * one where something does not, so that a bad event stops nobody but the later ones of its own key.
 */
@ApplicationScoped
class ApplyEvents {
  private static final Logger LOG = Logger.getLogger(ApplyEvents.class);

  private final Map<Class<?>, EventHandler<?>> handlers = new HashMap<>();
  private final Inbox inbox;

  ApplyEvents(@All List<EventHandler<?>> handlers, Inbox inbox) {
    for (EventHandler<?> handler : handlers) {
      EventHandler<?> other = this.handlers.put(handler.data(), handler);
      if (other != null) {
        throw new IllegalStateException("Two handlers of " + handler.data().getSimpleName());
      }
    }
    this.inbox = inbox;
  }

  /** The topics that the handlers' events are on. */
  Set<String> topics() {
    return handlers.keySet().stream()
        .map(ApplyEvents::topic)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String topic(Class<?> data) {
    for (EventType type : EventType.values()) {
      if (type.dataClass().equals(data)) {
        return type.topic().topicName();
      }
    }
    throw new IllegalStateException(data.getSimpleName() + " is no event's record");
  }

  /**
   * Applies all of them, each exactly once or parked.
   *
   * @throws TransientFailure if the database could not do it now; nothing is lost, the same batch
   *     may be given again
   */
  void apply(List<IncomingRecord> batch) throws TransientFailure {
    try {
      QuarkusTransaction.requiringNew().run(() -> batch.forEach(this::applyOne));
    } catch (RuntimeException e) {
      if (batch.size() > 1) {
        for (IncomingRecord record : batch) {
          apply(List.of(record));
        }
        return;
      }
      afterFailure(batch.getFirst(), e);
    }
  }

  private void afterFailure(IncomingRecord record, RuntimeException failure)
      throws TransientFailure {
    if (isTransient(failure)) {
      throw new TransientFailure(failure);
    }
    LOG.errorf(
        failure,
        "event parked topic=%s partition=%d offset=%d",
        record.topic(),
        record.partition(),
        record.offset());
    try {
      QuarkusTransaction.requiringNew().run(() -> inbox.park(record, cause(failure)));
    } catch (RuntimeException e) {
      throw new TransientFailure(e);
    }
  }

  /** What went wrong, without the values of a statement: those may speak of a person. */
  private static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  private void applyOne(IncomingRecord record) {
    try {
      // Before anything else, so that a key's events keep their order behind one that waits.
      if (record.key() != null && inbox.waitsBehind(record)) {
        inbox.park(record, "An earlier event of this key is parked.");
        return;
      }
      if (record.value() == null) {
        inbox.park(record, "A tombstone, which nobody here knows how to apply.");
        return;
      }
      EventEnvelope envelope = EventEnvelope.fromHeaders(record.headers());
      Event<EventData> event = EventCodec.read(envelope, record.value());
      if (!event.topic().topicName().equals(record.topic())) {
        inbox.park(record, "An event of this type does not belong on this topic.");
        return;
      }
      EventHandler<?> handler = handlers.get(event.data().getClass());
      if (handler != null
          && inbox.first(envelope, record.topic())
          && inbox.newest(envelope, record.topic())) {
        applyTo(handler, event);
      }
    } catch (UnreadableEvent e) {
      inbox.park(record, String.valueOf(e.getMessage()));
    }
  }

  // The map's key is the handler's own data class, and the event's data is of that class.
  @SuppressWarnings("unchecked")
  private static <T extends EventData> void applyTo(EventHandler<T> handler, Event<?> event) {
    handler.apply((Event<T>) event);
  }

  /**
   * What may go well at another try; a commit that failed without a cause that we know counts as
   * such, for it is never the event's fault.
   */
  private static boolean isTransient(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return TransientSql.is(sql);
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (suppressed instanceof SQLException sql && TransientSql.is(sql)) {
          return true;
        }
      }
    }
    return failure instanceof QuarkusTransactionException;
  }

  /** The database cannot do it just now. */
  static final class TransientFailure extends Exception {
    private static final long serialVersionUID = 1L;

    TransientFailure(Throwable cause) {
      super(cause);
    }
  }
}
