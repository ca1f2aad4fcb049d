package org.mikromerit.events.stack;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A stack that was complete no longer is, because a part of it no longer stands.
 *
 * @param learner pseudonym
 * @param attempt from 1
 * @param awardCredentialId the award, if one had been issued
 * @param because the part that no longer stands
 */
public record StackBrokenV1(
    UUID stackId,
    UUID pathwayId,
    int pathwayVersion,
    UUID organisationId,
    String learner,
    int attempt,
    @Nullable UUID awardCredentialId,
    UUID because,
    Instant at)
    implements EventData {

  public StackBrokenV1 {
    Bounds.present(
        "stackId",
        stackId,
        "pathwayId",
        pathwayId,
        "organisationId",
        organisationId,
        "because",
        because,
        "at",
        at);
    Bounds.atLeast(1, "pathwayVersion", pathwayVersion);
    Bounds.pseudonym("learner", learner);
    Bounds.atLeast(1, "attempt", attempt);
  }

  @Override
  public EventType eventType() {
    return EventType.STACK_BROKEN_V1;
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
