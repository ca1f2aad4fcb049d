package org.mikromerit.kit.examination;

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
import org.mikromerit.kit.examination.Examination.Progress;

/** Keeps what is examined, how far that is, and what was found. */
@ApplicationScoped
class Examinations {
  /** Beyond these the count goes on and the list does not: nobody reads them one by one. */
  private static final int LISTED = 1_000;

  private final Jdbi jdbi;

  Examinations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The check that is next, and where it goes on. */
  record Turn(
      UUID examination, @Nullable Known known, int ordinal, String name, @Nullable String cursor) {}

  void add(UUID id, Instant at, @Nullable Known known, List<String> checks) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into examination (id, requested_at, known_number, known_digest)
                  values (:id, :at, :number, :digest)
                  """)
              .bind("id", id)
              .bind("at", at)
              .bind("number", known == null ? null : known.number())
              .bind("digest", known == null ? null : known.digest())
              .execute();
          sql.createUpdate(
                  """
                  insert into examination_check (examination, ordinal, name)
                  select :id, ordinal, name
                    from unnest(:checks) with ordinality as asked (name, ordinal)
                  """)
              .bind("id", id)
              .bindArray("checks", String.class, checks)
              .execute();
        });
  }

  void forgetBefore(Instant oldest) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from examination where requested_at < :oldest")
                .bind("oldest", oldest)
                .execute());
  }

  Optional<Examination> find(UUID id) {
    return jdbi.withHandle(
        sql -> {
          List<Progress> checks =
              sql.createQuery(
                      """
                      select name, pages, examined, violations, note, finished_at
                        from examination_check where examination = :id order by ordinal
                      """)
                  .bind("id", id)
                  .map((row, _) -> progress(row))
                  .list();
          return sql.createQuery(
                  """
                  select id, requested_at, known_number, known_digest, finished_at, failure
                    from examination where id = :id
                  """)
              .bind("id", id)
              .map((row, _) -> examination(row, checks))
              .findOne();
        });
  }

  /**
   * The next of the oldest that is not finished; it is nobody else's until the transaction ends.
   * None is begun before: two at a time would make the same things a second time.
   */
  Optional<Turn> take() {
    return jdbi.withHandle(
        sql -> {
          Optional<UUID> open =
              sql.createQuery(
                      """
                      select id from examination
                       where id = (select id from examination where finished_at is null order by id limit 1)
                         and finished_at is null for update skip locked
                      """)
                  .mapTo(UUID.class)
                  .findOne();
          return open.flatMap(
              id ->
                  sql.createQuery(
                          """
                          select e.id, e.known_number, e.known_digest, c.ordinal, c.name, c.cursor
                            from examination e join examination_check c on c.examination = e.id
                           where e.id = :id and c.finished_at is null order by c.ordinal limit 1
                          """)
                      .bind("id", id)
                      .map((row, _) -> turn(row))
                      .findOne());
        });
  }

  /** Notes what a page brought. */
  void advance(Turn turn, CheckPage page, Instant at) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  update examination_check
                     set cursor = :cursor, pages = pages + :pages, examined = examined + :examined,
                         violations = violations + :violations, note = :note,
                         finished_at = case when :done then cast(:at as timestamptz) end
                   where examination = :examination and ordinal = :ordinal
                  """)
              .bind("cursor", page.cursor())
              .bind("pages", page.waits() ? 0 : 1)
              .bind("examined", page.examined())
              .bind("violations", page.violations().size())
              .bind("note", page.note())
              .bind("done", page.cursor() == null)
              .bind("at", at)
              .bind("examination", turn.examination())
              .bind("ordinal", turn.ordinal())
              .execute();
          sql.createUpdate(
                  """
                  update examination set finished_at = :at
                   where id = :id and not exists (
                     select from examination_check where examination = :id and finished_at is null)
                  """)
              .bind("at", at)
              .bind("id", turn.examination())
              .execute();
        });
    list(turn, page.violations());
  }

  private void list(Turn turn, List<Violation> violations) {
    if (violations.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        sql -> {
          int listed =
              sql.createQuery(
                      """
                      select count(*) from examination_violation
                       where examination = :id and check_name = :check
                      """)
                  .bind("id", turn.examination())
                  .bind("check", turn.name())
                  .mapTo(Integer.class)
                  .one();
          for (Violation each :
              violations.subList(0, Math.min(violations.size(), LISTED - listed))) {
            sql.createUpdate(
                    """
                    insert into examination_violation (examination, check_name, place_table, place_row, sentence)
                    values (:id, :check, :table, :row, :sentence)
                    """)
                .bind("id", turn.examination())
                .bind("check", each.check())
                .bind("table", each.table())
                .bind("row", each.row())
                .bind("sentence", each.sentence())
                .execute();
          }
        });
  }

  void fail(UUID id, Instant at, String failure) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update examination set finished_at = :at, failure = :failure where id = :id")
                .bind("at", at)
                .bind("failure", failure)
                .bind("id", id)
                .execute());
  }

  /**
   * A violation in the list.
   *
   * @param position its place there
   */
  record Listed(long position, Violation violation) {}

  List<Listed> violations(UUID examination, long after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select position, check_name, place_table, place_row, sentence
                      from examination_violation
                     where examination = :id and position > :after order by position limit :most
                    """)
                .bind("id", examination)
                .bind("after", after)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Listed(
                            row.getLong("position"),
                            new Violation(
                                row.getString("check_name"),
                                row.getString("place_table"),
                                row.getString("place_row"),
                                row.getString("sentence"))))
                .list());
  }

  private static Turn turn(ResultSet row) throws SQLException {
    return new Turn(
        row.getObject("id", UUID.class),
        known(row),
        row.getInt("ordinal"),
        row.getString("name"),
        row.getString("cursor"));
  }

  private static Examination examination(ResultSet row, List<Progress> checks) throws SQLException {
    return new Examination(
        row.getObject("id", UUID.class),
        row.getTimestamp("requested_at").toInstant(),
        known(row),
        instant(row),
        row.getString("failure"),
        checks);
  }

  private static Progress progress(ResultSet row) throws SQLException {
    long pages = row.getLong("pages");
    return new Progress(
        row.getString("name"),
        instant(row) != null ? "FINISHED" : pages == 0 ? "WAITING" : "RUNNING",
        pages,
        row.getLong("examined"),
        row.getLong("violations"),
        row.getString("note"));
  }

  private static @Nullable Known known(ResultSet row) throws SQLException {
    String digest = row.getString("known_digest");
    return digest == null ? null : new Known(row.getLong("known_number"), digest);
  }

  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("finished_at");
    return at == null ? null : at.toInstant();
  }
}
