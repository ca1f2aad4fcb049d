package org.mikromerit.kit.inbox;

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
}
