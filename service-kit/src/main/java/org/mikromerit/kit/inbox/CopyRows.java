package org.mikromerit.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Holds copies against the same made anew, row by row. Names of tables and columns are code or the
 * catalogue's, never input.
 */
@ApplicationScoped
class CopyRows {
  private final Jdbi jdbi;

  CopyRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A table of which there are two.
   *
   * @param local columns that tell when a row was copied
   * @param forgotten columns that are told on a topic that forgets: compared where it still tells
   * @param topics of whose rows alone it is about; of all where there are none
   */
  record Table(String name, Set<String> local, Set<String> forgotten, List<String> topics) {
    Table {
      local = Set.copyOf(local);
      forgotten = Set.copyOf(forgotten);
      topics = List.copyOf(topics);
    }
  }

  /**
   * A row.
   *
   * @param key its primary key, as text
   * @param copy digest of what the copy has where it differs; null where it has no such row
   * @param same whether the one that was made anew has the same
   * @param whole whether all of it could be compared
   */
  record Row(List<String> key, @Nullable String copy, boolean same, boolean whole) {
    Row {
      key = List.copyOf(key);
    }
  }

  private record Column(String name, String type, boolean nullable, boolean inKey) {}

  /** Makes empty tables beside those named, in place of all that were made before. */
  void anew(Collection<String> tables) {
    jdbi.useHandle(
        sql ->
            sql.createQuery("select examined_anew(:tables) is null")
                .bind("tables", tables.toArray(String[]::new))
                .mapTo(Boolean.class)
                .one());
  }

  /** Those of the records that are not parked. */
  List<IncomingRecord> withoutParked(List<IncomingRecord> records) {
    Set<String> parked =
        jdbi.withHandle(
            sql ->
                sql.createQuery(
                        """
                        select concat_ws(' ', topic, kafka_partition, kafka_offset) from parked
                          join unnest(:topics, :partitions, :offsets) as told (topic, kafka_partition, kafka_offset)
                               using (topic, kafka_partition, kafka_offset)
                        """)
                    .bind(
                        "topics",
                        records.stream().map(IncomingRecord::topic).toArray(String[]::new))
                    .bind(
                        "partitions",
                        records.stream().map(each -> (long) each.partition()).toArray(Long[]::new))
                    .bind(
                        "offsets",
                        records.stream().map(IncomingRecord::offset).toArray(Long[]::new))
                    .mapTo(String.class)
                    .set());
    return records.stream()
        .filter(
            each -> !parked.contains(each.topic() + " " + each.partition() + " " + each.offset()))
        .toList();
  }

  /** The copy's next rows behind the key, each held against the one that was made anew. */
  List<Row> copied(Table table, List<String> after, int most) {
    return page(table, "public", after, most);
  }

  /** The next rows behind the key that were made anew, each held against the copy's. */
  List<Row> made(Table table, List<String> after, int most) {
    return page(table, "examined", after, most);
  }

  private List<Row> page(Table table, String schema, List<String> after, int most) {
    return jdbi.withHandle(
        sql -> {
          List<Column> columns = columns(sql, table);
          List<Column> key = columns.stream().filter(Column::inKey).toList();
          String rows =
              "select %s from %s.%s where %s and %s order by %s limit :most"
                  .formatted(
                      names("", key),
                      schema,
                      table.name(),
                      table.topics().isEmpty() ? "true" : "topic = any (:topics)",
                      after.isEmpty()
                          ? "true"
                          : "(%s) > (%s)".formatted(names("", key), values(key)),
                      names("", key));
          if (hasDefaults(table, columns)) {
            // What nothing is told of any more is as a new row is.
            String defaults =
                "insert into examined.%s (%s) %s on conflict do nothing"
                    .formatted(table.name(), names("", key), rows);
            bound(sql.createUpdate(defaults), table, after).bind("most", most).execute();
          }
          return bound(sql.createQuery(compared(table, columns, rows)), table, after)
              .bind("most", most)
              .bind("local", table.local().toArray(String[]::new))
              .bind("forgotten", table.forgotten().toArray(String[]::new))
              .map((row, _) -> row(row, table, columns))
              .list();
        });
  }

  /** How the row of this key is by now. */
  Row now(Table table, List<String> key) {
    return jdbi.withHandle(
        sql -> {
          List<Column> columns = columns(sql, table);
          List<Column> keyColumns = columns.stream().filter(Column::inKey).toList();
          String rows =
              "select "
                  + IntStream.range(0, key.size())
                      .mapToObj(
                          n -> value(keyColumns.get(n), n) + " as " + keyColumns.get(n).name())
                      .collect(Collectors.joining(", "));
          return bound(
                  sql.createQuery(compared(table, columns, rows)),
                  new Table(table.name(), table.local(), table.forgotten(), List.of()),
                  key)
              .bind("local", table.local().toArray(String[]::new))
              .bind("forgotten", table.forgotten().toArray(String[]::new))
              .map((row, _) -> row(row, table, columns))
              .one();
        });
  }

  /** What tells a row from others, as {@code column=value}. */
  String named(Table table, List<String> key) {
    List<Column> columns =
        jdbi.withHandle(sql -> columns(sql, table)).stream().filter(Column::inKey).toList();
    return IntStream.range(0, key.size())
        .mapToObj(n -> columns.get(n).name() + "=" + key.get(n))
        .collect(Collectors.joining(" "));
  }

  private static String compared(Table table, List<Column> columns, String rows) {
    List<Column> key = columns.stream().filter(Column::inKey).toList();
    String told =
        columns.stream()
            .filter(each -> table.forgotten().contains(each.name()) && each.nullable())
            .map(each -> "e." + each.name())
            .collect(Collectors.joining(", "));
    return """
    select %s,
           case when (to_jsonb(p) - :local) is distinct from (to_jsonb(e) - :local)
                then encode(sha256(convert_to((to_jsonb(p) - :local)::text, 'UTF8')), 'hex') end as copy,
           (to_jsonb(p) - :local) is not distinct from (to_jsonb(e) - :local) as same,
           (to_jsonb(p) - :local - :forgotten) is not distinct from (to_jsonb(e) - :local - :forgotten) as same_rest,
           %s as forgotten
      from (%s) f
      left join public.%s p on (%s) = (%s)
      left join examined.%s e on (%s) = (%s)
     order by %s
    """
        .formatted(
            key.stream()
                .map(each -> "f.%s::text as key_%s".formatted(each.name(), each.name()))
                .collect(Collectors.joining(", ")),
            table.forgotten().isEmpty()
                ? "false"
                : told.isEmpty() ? "e is null" : "num_nonnulls(" + told + ") = 0",
            rows,
            table.name(),
            names("p.", key),
            names("f.", key),
            table.name(),
            names("e.", key),
            names("f.", key),
            names("f.", key));
  }

  private static Row row(ResultSet row, Table table, List<Column> columns) throws SQLException {
    boolean forgotten = row.getBoolean("forgotten");
    boolean nothingElse = forgotten && !hasDefaults(table, columns);
    boolean same = forgotten ? nothingElse || row.getBoolean("same_rest") : row.getBoolean("same");
    var key = new ArrayList<String>();
    for (Column each : columns) {
      if (each.inKey()) {
        key.add(row.getString("key_" + each.name()));
      }
    }
    return new Row(key, row.getString("copy"), same, !forgotten);
  }

  /** Whether there is something to compare of a row of which one topic tells nothing any more. */
  private static boolean hasDefaults(Table table, List<Column> columns) {
    return !table.forgotten().isEmpty()
        && columns.stream()
            .anyMatch(
                each ->
                    !each.inKey()
                        && !table.forgotten().contains(each.name())
                        && !table.local().contains(each.name()));
  }

  private static List<Column> columns(Handle sql, Table table) {
    return sql.createQuery(
            """
            select a.attname, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
                   a.attnum = any (k.indkey) as in_key
              from pg_attribute a
              join pg_index k on k.indrelid = a.attrelid and k.indisprimary
             where a.attrelid = cast('public.' || :table as regclass) and a.attnum > 0 and not a.attisdropped
             order by array_position(cast(k.indkey as smallint[]), a.attnum), a.attnum
            """)
        .bind("table", table.name())
        .map(
            (row, _) ->
                new Column(
                    row.getString("attname"),
                    row.getString("type"),
                    row.getBoolean("nullable"),
                    row.getBoolean("in_key")))
        .list();
  }

  private static String names(String prefix, List<Column> columns) {
    return columns.stream().map(each -> prefix + each.name()).collect(Collectors.joining(", "));
  }

  private static String values(List<Column> key) {
    return IntStream.range(0, key.size())
        .mapToObj(n -> value(key.get(n), n))
        .collect(Collectors.joining(", "));
  }

  private static String value(Column column, int n) {
    return "cast(:key%d as %s)".formatted(n, column.type());
  }

  private static <T extends SqlStatement<T>> T bound(T statement, Table table, List<String> key) {
    if (!table.topics().isEmpty()) {
      statement.bind("topics", table.topics().toArray(String[]::new));
    }
    for (int n = 0; n < key.size(); n++) {
      statement.bind("key" + n, key.get(n));
    }
    return statement;
  }
}
