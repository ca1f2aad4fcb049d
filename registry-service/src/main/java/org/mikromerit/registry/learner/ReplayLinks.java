package org.mikromerit.registry.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/** Tells again whose each reference is, and whose it was. */
@ApplicationScoped
class ReplayLinks implements Replayable {
  private final LearnerLinks links;

  ReplayLinks(LearnerLinks links) {
    this.links = links;
  }

  @Override
  public Topic topic() {
    return Topic.LEARNER_LINK;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    links.lock();
    return links.after(cursor == null ? "" : cursor, most).stream()
        .map(ReplayLinks::announcement)
        .toList();
  }

  private static Announcement announcement(LearnerLink link) {
    return new Announcement(AnnounceLink.event(link), link.version(), link.since(), link.ref());
  }
}
