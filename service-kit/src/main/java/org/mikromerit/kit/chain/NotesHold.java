package org.mikromerit.kit.chain;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * What changes by right is as this service changed it last. Each row and its newest note are read
 * by one statement, and were written in one transaction, so that what changes meanwhile agrees.
 */
@ApplicationScoped
class NotesHold implements Check {
  private static final int ROWS = 500;

  private final Jdbi jdbi;
  private final List<NotedTable> tables;

  NotesHold(Jdbi jdbi, @All List<Facts> facts) {
    this.jdbi = jdbi;
    this.tables = facts.stream().flatMap(each -> each.noted().stream()).toList();
  }

  @Override
  public String name() {
    return "notes";
  }

  /**
   * Where the examination is.
   *
   * @param table number of the table
   * @param after key of the row that was examined last
   * @param unnoted how many rows were written before changes were noted
   */
  private record Cursor(int table, UUID after, long unnoted) {
    static Cursor of(@Nullable String text) {
      if (text == null) {
        return new Cursor(0, new UUID(0, 0), 0);
      }
      String[] parts = text.split(" ", -1);
      return new Cursor(
          Integer.parseInt(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
    }

    String text() {
      return table + " " + after + " " + unnoted;
    }
  }

  /**
   * A row, or one that was.
   *
   * @param same whether it is as it was noted last
   * @param found whether it once was found otherwise than it was noted
   */
  private record Row(UUID id, boolean noted, boolean there, boolean same, boolean found) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String text) {
    Cursor cursor = Cursor.of(text);
    if (cursor.table() >= tables.size()) {
      return end(cursor);
    }
    NotedTable table = tables.get(cursor.table());
    List<Row> rows = after(table, cursor.after());
    var violations = new ArrayList<Violation>();
    long unnoted = cursor.unnoted();
    for (Row row : rows) {
      unnoted += row.noted() ? 0 : 1;
      if (row.noted() && !row.same()) {
        violations.add(
            violation(
                table,
                row,
                row.there()
                    ? "The row is otherwise than this service wrote it last."
                    : "The row was removed."));
      } else if (row.found()) {
        violations.add(
            violation(
                table, row, "The row had been changed before this service changed it again."));
      }
    }
    Cursor next =
        rows.size() < ROWS
            ? new Cursor(cursor.table() + 1, new UUID(0, 0), unnoted)
            : new Cursor(cursor.table(), rows.getLast().id(), unnoted);
    return CheckPage.more(next.text(), rows.size(), violations);
  }

  private Violation violation(NotedTable table, Row row, String sentence) {
    return new Violation(name(), table.name(), table.key() + "=" + row.id(), sentence);
  }

  private static CheckPage end(Cursor cursor) {
    CheckPage last = CheckPage.last(0, List.of());
    return cursor.unnoted() == 0
        ? last
        : last.noting(
            cursor.unnoted()
                + " rows were written before changes were noted, and are compared once they changed.");
  }

  /** Those that are there and those that were noted; a row has many notes, of which one is read. */
  private List<Row> after(NotedTable table, UUID row) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    with recursive noted (id) as (
                      (select noted_row from row_note where noted_table = :table and noted_row > :after
                        order by noted_row limit 1)
                      union all
                      select (select noted_row from row_note where noted_table = :table and noted_row > noted.id
                               order by noted_row limit 1)
                        from noted where noted.id is not null),
                    listed (id) as (
                      (select <key> from <table> where <key> > :after order by <key> limit :most)
                      union
                      (select id from noted where id is not null limit :most)
                      order by 1 limit :most)
                    select listed.id, newest.digest is not null as noted, now.digest is not null as there,
                           newest.digest is not distinct from now.digest as same,
                           exists (select from row_note where noted_table = :table and noted_row = listed.id and found)
                             as found
                      from listed
                      left join lateral (
                        select covers, digest from row_note where noted_table = :table and noted_row = listed.id
                         order by entered desc limit 1) newest on true
                      cross join lateral (
                        select row_digest(:table, :key, listed.id, coalesce(newest.covers, array[cast(:key as text)])) as digest) now
                     order by listed.id
                    """)
                .define("table", table.name())
                .define("key", table.key())
                .bind("table", table.name())
                .bind("key", table.key())
                .bind("after", row)
                .bind("most", ROWS)
                .map(
                    (found, _) ->
                        new Row(
                            found.getObject("id", UUID.class),
                            found.getBoolean("noted"),
                            found.getBoolean("there"),
                            found.getBoolean("same"),
                            found.getBoolean("found")))
                .list());
  }
}
