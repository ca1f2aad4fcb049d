package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.Moment;

/**
 * What issuers announced about single credentials, which says more than a bit and arrives sooner.
 */
public interface CredentialStatuses {

  Answer find(CredentialId credential);

  /** Knows nothing of any credential. */
  static CredentialStatuses none() {
    return _ -> new Unknown();
  }

  /** What is known of a credential. */
  sealed interface Answer {}

  /**
   * All that was announced of it.
   *
   * @param history oldest first, never empty
   */
  record Announced(List<State> history) implements Answer {

    /** Copies the history. */
    public Announced {
      history = List.copyOf(history);
      if (history.isEmpty()) {
        throw new IllegalArgumentException("something was announced");
      }
    }

    public Announced(State... history) {
      this(List.of(history));
    }

    /**
     * How it stood; empty before the history begins. What was announced last holds now, even if its
     * issuer's clock is ahead of ours.
     */
    Optional<State> at(Moment moment) {
      return moment.isPast()
          ? history.stream()
              .filter(state -> !state.since().isAfter(moment.asOf()))
              .reduce((earlier, later) -> later)
          : Optional.of(history.getLast());
    }

    /** How it stands now, if that began after the moment. */
    Optional<State> changedSince(Moment moment) {
      return Optional.of(history.getLast())
          .filter(state -> moment.isPast() && state.since().isAfter(moment.asOf()));
    }
  }

  /** Nothing was announced, which does not mean that it stands. */
  record Unknown() implements Answer {}

  /** Our own copy cannot be read just now. */
  record Unavailable() implements Answer {}

  /** How a credential stands, and since when. */
  sealed interface State {
    Instant since();
  }

  record Standing(Instant since) implements State {}

  /**
   * It was revoked, which is final.
   *
   * @param reason the issuer's code, such as {@code error}
   */
  record Revoked(Optional<String> reason, Instant since) implements State {}

  /** It is suspended. */
  record Suspended(Optional<String> reason, Instant since) implements State {}
}
