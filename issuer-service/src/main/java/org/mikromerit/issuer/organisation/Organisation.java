package org.mikromerit.issuer.organisation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;

/**
 * An organisation as the registry announced it last.
 *
 * @param since when it came into this state; null where the registry has not told since that was
 *     kept
 * @param reason for this state, as the authority published it
 */
public record Organisation(
    UUID id,
    String name,
    String country,
    GovernanceModel governance,
    OrganisationState state,
    @Nullable Instant since,
    @Nullable String reason) {

  /** Whether the authority has said no to it, for now or for good. */
  public boolean isTurnedDown() {
    return switch (state) {
      case REFUSED, SUSPENDED, WITHDRAWN, MERGED, CLOSED -> true;
      case SELF_DECLARED, APPLIED, IN_REVIEW, AUTHORISED -> false;
    };
  }

  /** Whether it might issue once and may no longer. */
  public boolean isAuthorisationWithdrawn() {
    return state == OrganisationState.SUSPENDED || state == OrganisationState.WITHDRAWN;
  }

  /** Whether it may issue. */
  public boolean isAuthorised() {
    return state == OrganisationState.AUTHORISED;
  }
}
