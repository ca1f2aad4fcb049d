package org.mikromerit.registry.organisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisation.OrganisationState;

/**
 * An organisation with every state that it has been in, oldest first.
 *
 * @param did fixed for ever when the organisation applies
 * @param version counts its changes from 1; the sequence of its events
 */
public record Organisation(
    UUID id, String did, Profile profile, long version, List<DatedState> history) {

  public Organisation {
    history = List.copyOf(history);
    if (history.isEmpty() || version < history.size()) {
      throw new IllegalArgumentException("an organisation has a state, and a version for each");
    }
  }

  static Organisation applying(UUID id, String did, Profile profile, Instant at) {
    return new Organisation(
        id, did, profile, 1, List.of(new DatedState(OrganisationState.APPLIED, at, null)));
  }

  /** The same, as it applies once more and says of itself by now. */
  Organisation applyingAgain(Profile current, Instant at) {
    return new Organisation(id, did, current, version, history)
        .become(OrganisationState.APPLIED, at, null);
  }

  /** The same, one version on: something that belongs to it has changed. */
  Organisation touched() {
    return new Organisation(id, did, profile, version + 1, history);
  }

  /** The state that it is in now, since when, and why. */
  public DatedState standing() {
    return history.getLast();
  }

  public OrganisationState state() {
    return standing().state();
  }

  /** Whether it was authorised at any time: what it signed then is still to be checked. */
  public boolean wasEverAuthorised() {
    return history.stream().anyMatch(past -> past.state() == OrganisationState.AUTHORISED);
  }

  boolean mayBecome(OrganisationState next) {
    return Lifecycle.allows(state(), next);
  }

  Organisation become(OrganisationState next, Instant at, @Nullable String reason) {
    if (!mayBecome(next)) {
      throw new IllegalStateException(state() + " cannot become " + next);
    }
    // A clock that was set back must not make a state begin before the one that it follows.
    Instant since = at.isBefore(standing().since()) ? standing().since() : at;
    List<DatedState> longer = new ArrayList<>(history);
    longer.add(new DatedState(next, since, reason));
    return new Organisation(id, did, profile, version + 1, longer);
  }
}
