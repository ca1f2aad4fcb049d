package org.mikromerit.stacking.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/** Tells again that each stack was completed, and how it stands if that changed. */
@ApplicationScoped
class ReplayStacks implements Replayable {
  private final Stacks stacks;

  ReplayStacks(Stacks stacks) {
    this.stacks = stacks;
  }

  @Override
  public Topic topic() {
    return Topic.STACK;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    var announcements = new ArrayList<Announcement>();
    for (Stacks.Told told : stacks.lockedAfter(after, most)) {
      Stack stack = told.stack();
      String here = stack.id().toString();
      announcements.add(
          new Announcement(
              stack.completedEvent(told.organisation()), 1, stack.completedAt(), here));
      StackChange change = told.change();
      if (change != null) {
        announcements.add(
            new Announcement(
                change.event(told.organisation()), stack.sequence(), change.at(), here));
      }
    }
    return announcements;
  }
}
