package org.mikromerit.events.stack;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A broken stack is complete again.
 *
 * @param learner pseudonym
 * @param attempt from 1
 * @param awardCredentialId the award, if one had been issued
 * @param because the credential that made it whole
 */
public record StackRestoredV1(
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

  public StackRestoredV1 {
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
    return EventType.STACK_RESTORED_V1;
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
