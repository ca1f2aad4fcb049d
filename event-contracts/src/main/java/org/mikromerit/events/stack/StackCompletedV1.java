package org.mikromerit.events.stack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A learner's credentials fulfil a version of a pathway. Sequence 1 of its stack.
 *
 * @param stackId made from pathway, version, learner and attempt, so that a repeat is the same
 *     stack
 * @param organisationId the pathway's owner
 * @param learner pseudonym
 * @param attempt from 1
 * @param parts the credentials that fulfil it
 */
public record StackCompletedV1(
    UUID stackId,
    UUID pathwayId,
    int pathwayVersion,
    UUID organisationId,
    String learner,
    int attempt,
    List<UUID> parts,
    Instant completedAt)
    implements EventData {

  public StackCompletedV1 {
    Bounds.present(
        "stackId",
        stackId,
        "pathwayId",
        pathwayId,
        "organisationId",
        organisationId,
        "completedAt",
        completedAt);
    Bounds.atLeast(1, "pathwayVersion", pathwayVersion);
    Bounds.pseudonym("learner", learner);
    Bounds.atLeast(1, "attempt", attempt);
    parts = Bounds.list("parts", parts, 1);
  }

  @Override
  public EventType eventType() {
    return EventType.STACK_COMPLETED_V1;
  }

  @Override
  public String subject() {
    return stackId.toString();
  }

  @Override
  public String partitionKey() {
    return learner;
  }
}
