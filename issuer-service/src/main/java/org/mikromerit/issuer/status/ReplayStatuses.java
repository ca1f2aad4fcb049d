package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.issuer.status.CredentialStatuses.Standing;
import org.mikromerit.kit.replay.Replayable;

/** Tells again how each credential stands whose status ever changed. */
@ApplicationScoped
class ReplayStatuses implements Replayable {
  private final CredentialStatuses statuses;

  ReplayStatuses(CredentialStatuses statuses) {
    this.statuses = statuses;
  }

  @Override
  public Topic topic() {
    return Topic.CREDENTIAL_STATUS;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    return statuses.lockedChangedAfter(after, most).stream().map(this::announcement).toList();
  }

  private Announcement announcement(Standing standing) {
    return new Announcement(
        StatusAnnouncement.of(standing, statuses.changes(standing.credential())),
        standing.sequence(),
        standing.since(),
        standing.credential().toString());
  }
}
