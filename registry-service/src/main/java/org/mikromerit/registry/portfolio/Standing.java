package org.mikromerit.registry.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a credential stands, as far as it is known here.
 *
 * @param reason why it was revoked or suspended
 * @param since when it was
 * @param asOf set where it is another registry's word, and how old that is
 */
public record Standing(
    State state, @Nullable String reason, @Nullable Instant since, @Nullable Instant asOf) {

  /** What can be said. */
  public enum State {
    /** It is registered, and was not revoked. */
    STANDING,
    /** It counts for nothing for the time being. */
    SUSPENDED,
    REVOKED,
    /** It is not registered here, so that nothing is known of a revocation. */
    UNDECIDED
  }

  /** Nothing is known of it. */
  public static final Standing UNDECIDED = new Standing(State.UNDECIDED, null, null, null);
}
