package org.mikromerit.kit.chain;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes how a row that changes by right is after each change, in the transaction that changes it.
 * Notes are sealed: a row that is otherwise than its newest note was changed by somebody else.
 */
@ApplicationScoped
public class RowNotes {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Map<String, NotedTable> tables;

  RowNotes(Jdbi jdbi, InstantSource clock, @All List<Facts> facts) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.tables =
        facts.stream()
            .flatMap(each -> each.noted().stream())
            .collect(Collectors.toUnmodifiableMap(NotedTable::name, each -> each));
  }

  /**
   * The row is about to be changed. Where somebody else did before, that is noted: the change would
   * vouch for it otherwise.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changing(String table, UUID row) {
    NotedTable noted = noted(table);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into row_note (noted_table, noted_row, covers, digest, found, noted_at)
                    select :table, :row, newest.covers, now.digest, true, cast(:at as timestamptz)
                      from (select covers, digest from row_note where noted_table = :table and noted_row = :row
                             order by entered desc limit 1) newest
                     cross join lateral (select row_digest(:table, :key, :row, newest.covers) as digest) now
                     where now.digest <> newest.digest
                    """)
                .bind("table", noted.name())
                .bind("key", noted.key())
                .bind("row", row)
                .bind("at", clock.instant())
                .execute());
  }

  /** The row was added, or changed: as it is now it is right. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changed(String table, UUID row) {
    NotedTable noted = noted(table);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into row_note (noted_table, noted_row, covers, digest, found, noted_at)
                    select :table, :row, covers, row_digest(:table, :key, :row, covers), false, cast(:at as timestamptz)
                      from (select array_agg(cast(attname as text) order by attnum) as covers from pg_attribute
                             where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped) has
                    """)
                .bind("table", noted.name())
                .bind("key", noted.key())
                .bind("row", row)
                .bind("at", clock.instant())
                .execute());
  }

  private NotedTable noted(String table) {
    NotedTable noted = tables.get(table);
    if (noted == null) {
      throw new IllegalStateException("changes are not noted: " + table);
    }
    return noted;
  }
}
