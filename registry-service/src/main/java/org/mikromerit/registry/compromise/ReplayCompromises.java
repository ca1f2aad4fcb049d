package org.mikromerit.registry.compromise;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.replay.Replayable;

/**
 * States again what was stated, each part made anew. One at a time: it takes hundreds of kilobytes,
 * and a page of them would fill the memory.
 */
@ApplicationScoped
class ReplayCompromises implements Replayable {
  private final KeyCompromises compromises;
  private final CompromiseStatements statements;

  ReplayCompromises(KeyCompromises compromises, CompromiseStatements statements) {
    this.compromises = compromises;
    this.statements = statements;
  }

  @Override
  public Topic topic() {
    return Topic.KEY_COMPROMISE;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    return next(cursor).stream().map(this::announcement).toList();
  }

  private Optional<Part> next(@Nullable String cursor) {
    if (cursor == null) {
      return first(new UUID(0, 0));
    }
    String[] told = cursor.split("/", 2);
    UUID key = UUID.fromString(told[0]);
    int part = Integer.parseInt(told[1]) + 1;
    return compromises
        .find(key)
        .filter(same -> part < same.announced())
        .map(same -> new Part(same, part))
        .or(() -> first(key));
  }

  private Optional<Part> first(UUID after) {
    return compromises.next(after).map(compromise -> new Part(compromise, 0));
  }

  private Announcement announcement(Part part) {
    KeyCompromise compromise = part.compromise();
    return new Announcement(
        statements.of(compromise, compromise.extent().orElseThrow(), part.number()),
        compromise.version(),
        compromise.since(),
        compromise.key() + "/" + part.number());
  }

  /** A part that was announced. */
  private record Part(KeyCompromise compromise, int number) {}
}
