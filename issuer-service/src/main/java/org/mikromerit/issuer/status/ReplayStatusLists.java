package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.issuer.status.StatusLists.Publication;
import org.mikromerit.kit.replay.Replayable;

/** Tells every list's newest signed form again. */
@ApplicationScoped
class ReplayStatusLists implements Replayable {
  private final StatusLists lists;

  ReplayStatusLists(StatusLists lists) {
    this.lists = lists;
  }

  @Override
  public Topic topic() {
    return Topic.STATUS_LIST;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    return lists.lockedPublicationsAfter(after, most).stream().map(this::announcement).toList();
  }

  private Announcement announcement(Publication publication) {
    return new Announcement(
        SignStatusList.announcement(lists.get(publication.list()), publication),
        publication.version(),
        publication.issuedAt(),
        publication.list().toString());
  }
}
