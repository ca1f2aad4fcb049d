package org.mikromerit.kit.inbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

  /** An event that somebody here wants. */
  private record Wanted(EventHandler<?> handler, Event<EventData> event) {
    String topic() {
      return event.topic().topicName();
    }

    String entity() {
      return topic() + "\n" + event.envelope().subject();
    }
  }

  /**
   * Applies the record within the caller's transaction; does nothing where nobody here wants it.
   *
   * @throws CannotApply if it cannot be read, or does not belong where it lay
   * @throws RuntimeException whatever the handler throws; the transaction must then not commit
   */
  void handle(IncomingRecord record) throws CannotApply {
    handle(List.of(record));
  }

  /**
   * The same with several, in their order; where one cannot be read, nothing is done with any.
   *
   * @throws CannotApply if one cannot be read, or does not belong where it lay
   */
  void handle(List<IncomingRecord> records) throws CannotApply {
    handle(records, Handlers::applyAll);
  }

  /** The same, but that of each event only {@link EventHandler#copy} is done. */
  void copy(List<IncomingRecord> records) throws CannotApply {
    handle(records, Handlers::copyAll);
  }

  /** What is done with events of one handler. */
  private interface Application {
    void to(EventHandler<?> handler, List<? extends Event<?>> events);
  }

  private void handle(List<IncomingRecord> records, Application apply) throws CannotApply {
    Map<String, Wanted> together = new LinkedHashMap<>();
    List<Wanted> wanted = new ArrayList<>();
    for (IncomingRecord record : records) {
      read(record).ifPresent(wanted::add);
    }
    for (Wanted each : wanted) {
      if (together.containsKey(each.entity())) {
        // What was told of an entity before comes first, and is noted first.
        apply(together.values(), apply);
        together.clear();
      }
      together.put(each.entity(), each);
    }
    apply(together.values(), apply);
  }

  private void apply(Collection<Wanted> together, Application apply) {
    Set<UUID> fresh =
        together.isEmpty()
            ? Set.of()
            : inbox.fresh(
                together.stream().map(each -> each.event().envelope()).toList(),
                together.stream().map(Wanted::topic).toList());
    applyRuns(
        together.stream().filter(each -> fresh.contains(each.event().envelope().id())).toList(),
        apply);
  }

  /**
   * Those of one handler that follow each other go to it together, so that all keep their order.
   */
  private static void applyRuns(List<Wanted> wanted, Application apply) {
    int next = 0;
    while (next < wanted.size()) {
      int first = next;
      EventHandler<?> handler = wanted.get(first).handler();
      while (next < wanted.size() && wanted.get(next).handler() == handler) {
        next++;
      }
      apply.to(handler, wanted.subList(first, next).stream().map(Wanted::event).toList());
    }
  }

  private Optional<Wanted> read(IncomingRecord record) throws CannotApply {
    if (record.value() == null) {
      throw new CannotApply("A tombstone, which nobody here knows how to apply.");
    }
    try {
      EventEnvelope envelope = EventEnvelope.fromHeaders(record.headers());
      Event<EventData> event = EventCodec.read(envelope, record.value());
      if (!event.topic().topicName().equals(record.topic())) {
        throw new CannotApply("An event of this type does not belong on this topic.");
      }
      return Optional.ofNullable(handlers.get(event.data().getClass()))
          .map(handler -> new Wanted(handler, event));
    } catch (UnreadableEvent e) {
      throw new CannotApply(String.valueOf(e.getMessage()));
    }
  }

  // The map's key is the handler's own data class, and the events' data is of that class.
  @SuppressWarnings("unchecked")
  private static <T extends EventData> void applyAll(
      EventHandler<T> handler, List<? extends Event<?>> events) {
    handler.applyAll((List<Event<T>>) events);
  }

  // As above.
  @SuppressWarnings("unchecked")
  private static <T extends EventData> void copyAll(
      EventHandler<T> handler, List<? extends Event<?>> events) {
    ((List<Event<T>>) events).forEach(handler::copy);
  }
}
