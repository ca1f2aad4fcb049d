package org.mikromerit.testkit.contract;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Rows that could be any, of tables whose constraints were taken away. */
final class RandomRows {
  private final Random random;

  RandomRows(Random random) {
    this.random = random;
  }

  /** Executes what holds values: nothing in it stands for another. */
  static int execute(Handle sql, String text) {
    try (Statement statement = sql.getConnection().createStatement()) {
      return statement.executeUpdate(text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A column as the catalogue has it.
   *
   * @param type PostgreSQL's own name of it
   */
  record Column(String name, String type, boolean nullable) {}

  static List<Column> columns(Handle sql, String table) {
    return sql.createQuery(
            """
            select attname, format_type(atttypid, null), not attnotnull from pg_attribute
             where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
             order by attnum
            """)
        .bind("table", table)
        .map((row, _) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  /** Lets a table hold anything, once its numbers are given to each row by the server. */
  static void free(Handle sql, String table, String position) {
    List<String> constraints =
        sql.createQuery(
                """
                select format('alter table %I drop constraint if exists %I cascade', :table, c.conname)
                  from pg_constraint c
                 where c.conrelid = cast(:table as regclass) and c.contype in ('c', 'f', 'u', 'p')
                   and not exists (select from pg_attribute a
                        where a.attrelid = c.conrelid and a.attname = :position and a.attnum = any (c.conkey))
                """)
            .bind("table", table)
            .bind("position", position)
            .mapTo(String.class)
            .list();
    constraints.forEach(sql::execute);
    List<String> indexes =
        sql.createQuery(
                """
                select format('drop index %s', cast(i.indexrelid as regclass)) from pg_index i
                 where i.indrelid = cast(:table as regclass) and i.indisunique
                   and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                """)
            .bind("table", table)
            .mapTo(String.class)
            .list();
    indexes.forEach(sql::execute);
  }

  /** Inserts one row with whatever values; its number is the server's. */
  void insert(Handle sql, String table, String position) {
    List<Column> columns =
        columns(sql, table).stream().filter(each -> !each.name().equals(position)).toList();
    execute(
        sql,
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                columns.stream().map(this::value).collect(Collectors.joining(", "))));
  }

  /** Some value of the column's type, as SQL. */
  String value(Column column) {
    if (column.nullable() && random.nextInt(5) == 0) {
      return "null";
    }
    return switch (column.type()) {
      case "uuid" -> "cast('%s' as uuid)".formatted(uuid());
      case "text" -> "'" + word() + "'";
      case "text[]" -> array("text", this::word);
      case "uuid[]" -> array("uuid", () -> uuid().toString());
      case "integer[]" -> array("integer", () -> Integer.toString(random.nextInt(100)));
      case "smallint", "integer", "bigint" -> Integer.toString(1 + random.nextInt(10_000));
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "jsonb" -> "jsonb_build_array(%d, '%s')".formatted(random.nextInt(), word());
      case "bytea" -> "decode('%016x', 'hex')".formatted(random.nextLong());
      case "timestamp with time zone" ->
          "timestamptz '2026-01-01 00:00:00Z' + interval '%d microseconds'"
              .formatted(random.nextLong(1_000_000_000_000_000L));
      case "int8multirange" ->
          "int8multirange(int8range(%d, %d))"
              .formatted(random.nextInt(100), 100 + random.nextInt(200));
      default -> throw new IllegalStateException("no values yet of type " + column.type());
    };
  }

  private interface Some {
    String next();
  }

  private String array(String type, Some element) {
    var elements = new ArrayList<String>();
    IntStream.range(0, random.nextInt(4)).forEach(_ -> elements.add("'" + element.next() + "'"));
    return "cast(array[%s] as %s[])".formatted(String.join(", ", elements), type);
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private String word() {
    return Long.toString(random.nextLong() >>> random.nextInt(60), Character.MAX_RADIX)
        + List.of("", "å", "\"", "\\", ",", "\n").get(random.nextInt(6));
  }
}
