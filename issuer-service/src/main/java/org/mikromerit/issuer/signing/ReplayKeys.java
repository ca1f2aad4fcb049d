package org.mikromerit.issuer.signing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/** Tells every key's public side again. */
@ApplicationScoped
class ReplayKeys implements Replayable {
  private final OrganisationKeys keys;

  ReplayKeys(OrganisationKeys keys) {
    this.keys = keys;
  }

  @Override
  public Topic topic() {
    return Topic.ORGANISATION_KEY;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID after = cursor == null ? new UUID(0, 0) : UUID.fromString(cursor);
    return keys.lockedAfter(after, most).stream()
        .map(
            told ->
                new Announcement(
                    MakeKey.announcement(told.key()),
                    told.sequence(),
                    told.key().validFrom(),
                    told.key().id().toString()))
        .toList();
  }
}
