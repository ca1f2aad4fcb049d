package org.mikromerit.registry.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/** Tells again all that the register knows of each organisation. */
@ApplicationScoped
class ReplayOrganisations implements Replayable {
  private final Organisations organisations;
  private final AnnounceOrganisation announcement;

  ReplayOrganisations(Organisations organisations, AnnounceOrganisation announcement) {
    this.organisations = organisations;
    this.announcement = announcement;
  }

  @Override
  public Topic topic() {
    return Topic.ORGANISATION;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    return organisations.all(after, most).stream()
        .map(found -> organisations.locked(found.id()).orElseThrow())
        .map(this::announcement)
        .toList();
  }

  private Announcement announcement(Organisation organisation) {
    return new Announcement(
        announcement.event(organisation),
        organisation.version(),
        organisation.standing().since(),
        organisation.id().toString());
  }
}
