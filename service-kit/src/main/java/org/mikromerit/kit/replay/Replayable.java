package org.mikromerit.kit.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;

/** What an owner can tell again of one topic, from its state: one application-scoped bean each. */
public interface Replayable {

  /** The topic, of which this service is the writer. */
  Topic topic();

  /**
   * The newest announcements of the next entities, in an order that does not change; empty after
   * the last. Called within the transaction that announces them: an entity that can change must be
   * locked here as its changes lock it, and read after that, or an older version could follow a
   * newer one onto a compacted topic.
   *
   * @param cursor of the last announcement before; null at the beginning
   * @param most entities
   */
  List<Announcement> after(@Nullable String cursor, int most);

  /**
   * An announcement that was made before.
   *
   * @param sequence the one that it had: type, subject and sequence make the event's id
   * @param time when the fact happened
   * @param cursor of its entity
   */
  record Announcement(EventData data, long sequence, Instant time, String cursor) {}
}
