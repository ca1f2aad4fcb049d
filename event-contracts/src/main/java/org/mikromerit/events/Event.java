package org.mikromerit.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event: what it says, and the envelope that agrees with it. */
public record Event<T extends EventData>(EventEnvelope envelope, T data) {

  public Event {
    Bounds.present("envelope", envelope, "data", data);
    EventType type = data.eventType();
    agree("type", envelope.type(), type.ceType());
    agree("source", envelope.source(), type.topic().source());
    agree("subject", envelope.subject(), data.subject());
    agree("key", envelope.key(), data.partitionKey());
    agree("classification", envelope.classification(), type.classification());
  }

  /**
   * An event to send.
   *
   * @param id new for a new fact, the same when the same fact is announced again
   * @param sequence the entity's version at the owner, from 1
   */
  public static <T extends EventData> Event<T> of(
      UUID id, long sequence, Instant time, @Nullable String traceparent, T data) {
    EventType type = data.eventType();
    EventEnvelope envelope =
        new EventEnvelope(
            id,
            type.ceType(),
            type.topic().source(),
            data.subject(),
            data.partitionKey(),
            sequence,
            time,
            type.classification(),
            traceparent);
    return new Event<>(envelope, data);
  }

  public Topic topic() {
    return data.eventType().topic();
  }

  private static void agree(String field, Object envelope, Object data) {
    Bounds.holds(envelope.equals(data), field, "of the envelope is not that of the data");
  }
}
