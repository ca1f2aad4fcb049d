package org.mikromerit.registry.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a learner shows to whoever has the link.
 *
 * @param learnerRef the account that made it
 * @param mostViews null where it may be seen as often as somebody likes
 * @param views how often it was seen
 * @param wrongPins how often somebody gave another PIN
 */
public record Share(
    UUID id,
    String learnerRef,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Integer mostViews,
    List<Part> parts,
    int views,
    int wrongPins,
    @Nullable Instant withdrawnAt) {

  /** Who has only the link guesses one of ten thousand PINs at least. */
  private static final int MOST_WRONG_PINS = 5;

  public Share {
    parts = List.copyOf(parts);
  }

  /**
   * A credential of it.
   *
   * @param pointers what is shown of that of which there is a choice (RFC 6901); null where the
   *     document is shown whole
   */
  public record Part(String learnerRef, UUID credential, @Nullable List<String> pointers) {
    public Part {
      pointers = pointers == null ? null : List.copyOf(pointers);
    }
  }

  /** Whether it can be seen, and if not, why. */
  public enum State {
    OPEN,
    /** By its learner. */
    WITHDRAWN,
    /** Somebody guessed PINs. */
    LOCKED,
    EXPIRED,
    /** It was seen as often as it may be. */
    USED_UP
  }

  public State state(Instant now) {
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    if (wrongPins >= MOST_WRONG_PINS) {
      return State.LOCKED;
    }
    if (!now.isBefore(expiresAt)) {
      return State.EXPIRED;
    }
    return mostViews != null && views >= mostViews ? State.USED_UP : State.OPEN;
  }

  /** The same before anybody looked, guessed or took it back. */
  public Share whenMade() {
    return new Share(id, learnerRef, madeAt, expiresAt, mostViews, parts, 0, 0, null);
  }

  /** How many more PINs can be tried. */
  public int pinsLeft() {
    return Math.max(0, MOST_WRONG_PINS - wrongPins);
  }
}
