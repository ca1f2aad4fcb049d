package org.mikromerit.stacking.award;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a completed stack earned.
 *
 * @param credentialId null while it is awaited, or when it broke before it was issued
 */
public record Award(@Nullable UUID credentialId, State state) {

  /** What became of it. */
  public enum State {
    /** Its issuing organisation has not issued it, or we have not heard. */
    AWAITED,
    STANDING,
    /** A part of it does not stand, or the award itself does not. */
    BROKEN
  }

  /**
   * Told from the stack and the credential, so that there is no third thing that could disagree.
   */
  public static Award of(Stack stack, Stacks.@Nullable Issued issued) {
    if (!stack.stands() || (issued != null && !issued.stands())) {
      return new Award(issued == null ? null : issued.credential(), State.BROKEN);
    }
    return issued == null
        ? new Award(null, State.AWAITED)
        : new Award(issued.credential(), State.STANDING);
  }
}
