package org.mikromerit.kit.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps what was asked to be told again, and how far each telling is. */
@ApplicationScoped
class Replays {
  private static final String REPLAY =
      "select id, topic, requested_at, cursor, announced, finished_at, failure from replay ";

  private final Jdbi jdbi;

  Replays(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(UUID id, String topic, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "insert into replay (id, topic, requested_at) values (:id, :topic, :at)")
                .bind("id", id)
                .bind("topic", topic)
                .bind("at", at)
                .execute());
  }

  Optional<Replay> find(UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(REPLAY + "where id = :id")
                .bind("id", id)
                .map((row, _) -> replay(row))
                .findOne());
  }

  /** In the order of their ids, which is that of time. */
  List<Replay> list(UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(REPLAY + "where id > :after order by id limit :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> replay(row))
                .list());
  }

  /** The oldest that is not finished; nobody else goes on with it until this transaction ends. */
  Optional<Replay> takeOpen() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    REPLAY
                        + "where finished_at is null order by requested_at limit 1 for update skip locked")
                .map((row, _) -> replay(row))
                .findOne());
  }

  void advance(UUID id, String cursor, int announced) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update replay set cursor = :cursor, announced = announced + :announced where id = :id")
                .bind("cursor", cursor)
                .bind("announced", announced)
                .bind("id", id)
                .execute());
  }

  void finish(UUID id, Instant at, @Nullable String failure) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update replay set finished_at = :at, failure = :failure where id = :id")
                .bind("at", at)
                .bind("failure", failure)
                .bind("id", id)
                .execute());
  }

  private static Replay replay(ResultSet row) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new Replay(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getTimestamp("requested_at").toInstant(),
        row.getString("cursor"),
        row.getLong("announced"),
        finished == null ? null : finished.toInstant(),
        row.getString("failure"));
  }
}
