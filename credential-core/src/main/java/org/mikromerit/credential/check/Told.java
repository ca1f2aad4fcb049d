package org.mikromerit.credential.check;

import java.time.Instant;

/**
 * When something was told that nobody keeps us informed of since. It says nothing of what came
 * after.
 *
 * @param asOf as of when
 * @param until how long it is relied on
 */
public record Told(Instant asOf, Instant until) {

  boolean isTooOldAt(Instant moment) {
    return moment.isAfter(until);
  }

  /** Whether the credential was signed later, of which this knows nothing. */
  boolean isBefore(Proven credential) {
    return asOf.isBefore(credential.proof().created());
  }
}
