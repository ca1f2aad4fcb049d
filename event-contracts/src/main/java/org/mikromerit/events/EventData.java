package org.mikromerit.events;

/**
 * The content of an event: a record of identifiers, dates and plain values that says by itself what
 * type it is, what it is about, and what it is ordered and compacted by. Implemented by the records
 * that {@link EventType} lists, and by nothing else.
 */
public interface EventData {

  EventType eventType();

  /** {@code ce_subject}: the entity; of two events about it, the higher sequence is the newer. */
  String subject();

  /** {@code ce_partitionkey} and the Kafka record's key. */
  String partitionKey();
}
