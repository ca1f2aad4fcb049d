package org.mikromerit.verification.copies;

import java.time.Instant;
import java.util.Optional;

/** How much the verifier holds of what others told it, and how old it is. */
public interface Copies {

  State state();

  /**
   * Counts, and the age of what ages.
   *
   * @param newestEvent when the last event was applied; empty before the first
   * @param oldestStatusList when the list was taken in that has waited longest for a newer version
   */
  record State(
      long organisations,
      long keys,
      long definitions,
      long issuingRights,
      long statusLists,
      long waitingStatusLists,
      long changedCredentials,
      long bundles,
      Optional<Instant> newestEvent,
      Optional<Instant> oldestStatusList) {}
}
