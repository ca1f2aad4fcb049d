package org.mikromerit.kit.inbox;

import java.util.List;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventData;

/**
 * What a service does when it is told a fact: one application-scoped bean for each type of event.
 */
public interface EventHandler<T extends EventData> {

  /** The record of the event that this handler takes. */
  Class<T> data();

  /**
   * Applies the event, within a transaction that also notes that it was applied. Called once for
   * each event, and only for what is newer than all that was applied of the same subject and topic.
   *
   * @throws RuntimeException to have the event parked with this cause, together with the later ones
   *     of its key
   */
  void apply(Event<T> event);

  /**
   * Applies several that came one after the other, each of another subject, as {@link #apply} would
   * one by one. Whoever takes many of them overrides this with few statements for all.
   *
   * @throws RuntimeException to have them applied one by one, none of this having happened
   */
  default void applyAll(List<Event<T>> events) {
    events.forEach(this::apply);
  }

  /**
   * Writes what the event says to the service's copies of what others own, and does nothing else:
   * an examination makes the copies a second time, where no other table is in reach. Overridden by
   * whoever also keeps facts, decides, or tells others.
   */
  default void copy(Event<T> event) {
    apply(event);
  }
}
