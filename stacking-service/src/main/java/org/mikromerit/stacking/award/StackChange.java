package org.mikromerit.stacking.award;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.EventData;

/**
 * A stack that broke or is whole again.
 *
 * @param stack as it is since
 * @param because the part that fell, or that stands again
 * @param award the credential that was issued for it, where one was
 */
public record StackChange(Stack stack, UUID because, @Nullable UUID award, Instant at) {

  public EventData event(UUID organisation) {
    return stack.stands()
        ? stack.restoredEvent(organisation, award, because, at)
        : stack.brokenEvent(organisation, award, because, at);
  }
}
