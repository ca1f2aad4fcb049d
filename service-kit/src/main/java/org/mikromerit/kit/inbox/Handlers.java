package org.mikromerit.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventEnvelope;
import org.mikromerit.events.EventType;
import org.mikromerit.events.UnreadableEvent;

/** Gives a record to the handler of its event, unless it was applied before or is outdated. */
@ApplicationScoped
class Handlers {
  private final Map<Class<?>, EventHandler<?>> handlers = new HashMap<>();
  private final Inbox inbox;

  Handlers(@All List<EventHandler<?>> handlers, Inbox inbox) {
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
    return handlers.keySet().stream().map(Handlers::topic).collect(Collectors.toUnmodifiableSet());
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
   * Applies the record within the caller's transaction; does nothing where nobody here wants it.
   *
   * @throws CannotApply if it cannot be read, or does not belong where it lay
   * @throws RuntimeException whatever the handler throws; the transaction must then not commit
   */
  void handle(IncomingRecord record) throws CannotApply {
    if (record.value() == null) {
      throw new CannotApply("A tombstone, which nobody here knows how to apply.");
    }
    try {
      EventEnvelope envelope = EventEnvelope.fromHeaders(record.headers());
      Event<EventData> event = EventCodec.read(envelope, record.value());
      if (!event.topic().topicName().equals(record.topic())) {
        throw new CannotApply("An event of this type does not belong on this topic.");
      }
      EventHandler<?> handler = handlers.get(event.data().getClass());
      if (handler != null
          && inbox.first(envelope, record.topic())
          && inbox.newest(envelope, record.topic())) {
        apply(handler, event);
      }
    } catch (UnreadableEvent e) {
      throw new CannotApply(String.valueOf(e.getMessage()));
    }
  }

  // The map's key is the handler's own data class, and the event's data is of that class.
  @SuppressWarnings("unchecked")
  private static <T extends EventData> void apply(EventHandler<T> handler, Event<?> event) {
    handler.apply((Event<T>) event);
  }
}
