package org.mikromerit.issuer.right;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/** Tells every right again, with all the terms that it ever had. */
@ApplicationScoped
class ReplayRights implements Replayable {
  private final IssuingRights rights;
  private final AnnounceRight announcement;

  ReplayRights(IssuingRights rights, AnnounceRight announcement) {
    this.rights = rights;
    this.announcement = announcement;
  }

  @Override
  public Topic topic() {
    return Topic.ISSUING_RIGHT;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    return rights.lockedAfter(after, most).stream()
        .map(
            right ->
                new Announcement(
                    announcement.event(right),
                    right.sequence(),
                    right.terms().decidedAt(),
                    right.id().toString()))
        .toList();
  }
}
