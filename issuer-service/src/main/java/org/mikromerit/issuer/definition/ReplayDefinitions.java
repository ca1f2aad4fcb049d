package org.mikromerit.issuer.definition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/** Tells every published version again; none of them ever changes. */
@ApplicationScoped
class ReplayDefinitions implements Replayable {
  private final Definitions definitions;

  ReplayDefinitions(Definitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public Topic topic() {
    return Topic.DEFINITION;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    UUID definition = new UUID(0, 0);
    int version = 0;
    if (cursor != null) {
      int slash = cursor.indexOf('/');
      definition = UUID.fromString(cursor.substring(0, slash));
      version = Integer.parseInt(cursor.substring(slash + 1));
    }
    return definitions.versionsAfter(definition, version, most).stream()
        .map(
            each ->
                new Announcement(
                    DefinitionAnnouncement.of(each),
                    1,
                    each.publishedAt(),
                    each.id() + "/" + each.version()))
        .toList();
  }
}
