package org.mikromerit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.testkit.Await;

/**
 * Edits one row of a table as the database's owner can, tells in which tables an examination of the
 * copies finds something, and mends it.
 */
final class Edits {
  /** What is sealed is no copy, and has contracts of its own. */
  private static final String SEALED = "chains";

  private Edits() {}

  /** Lets the tables hold what their constraints forbid; whoever edits as the owner can, too. */
  static void free(List<String> tables) throws SQLException {
    for (String table : tables) {
      for (String statement :
          texts(
              """
              select format('alter table %%I drop constraint %%I', '%s', conname) from pg_constraint
               where conrelid = cast('%s' as regclass) and contype in ('c', 'f')
              """
                  .formatted(table, table))) {
        execute(statement);
      }
    }
  }

  /** All tables, as the catalogue has them: one that is added is among them. */
  static List<String> tables() {
    return texts(
        """
        select table_name from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
        """);
  }

  /** All columns of a table, as the catalogue has them: one that is added is among them. */
  static List<String> columns(String table) {
    return texts(
        """
        select column_name from information_schema.columns
         where table_schema = 'public' and table_name = '%s' order by ordinal_position
        """
            .formatted(table));
  }

  static Set<String> foundAfterEditOf(String table, String column) throws SQLException {
    return foundWhile(
        table,
        "update %s set %s = %s where ctid = (select ctid from %s limit 1)"
            .formatted(table, column, edited(table, column), table));
  }

  static Set<String> foundWithout(String table) throws SQLException {
    return foundWhile(
        table, "delete from %s where ctid = (select ctid from %s limit 1)".formatted(table, table));
  }

  /** The same row under another key. */
  static Set<String> foundWithAnother(String table) throws SQLException {
    String key =
        texts(
                """
                select a.attname from pg_index k join pg_attribute a on a.attrelid = k.indrelid and a.attnum = k.indkey[0]
                 where k.indrelid = cast('%s' as regclass) and k.indisprimary
                """
                    .formatted(table))
            .getFirst();
    var values = new ArrayList<String>();
    for (String column : columns(table)) {
      values.add(column.equals(key) || isUnique(table, column) ? edited(table, column) : column);
    }
    return foundWhile(
        table,
        "insert into %s (%s) select %s from %s limit 1"
            .formatted(table, String.join(", ", columns(table)), String.join(", ", values), table));
  }

  private static boolean isUnique(String table, String column) {
    return !texts(
            """
            select '' from pg_index k join pg_attribute a on a.attrelid = k.indrelid and a.attnum = any (k.indkey)
             where k.indrelid = cast('%s' as regclass) and k.indisunique and not k.indisprimary and a.attname = '%s'
            """
                .formatted(table, column))
        .isEmpty();
  }

  /** Another value than the column has. */
  private static String edited(String table, String column) {
    String type =
        texts(
                """
                select format_type(atttypid, null) from pg_attribute
                 where attrelid = cast('%s' as regclass) and attname = '%s'
                """
                    .formatted(table, column))
            .getFirst();
    return switch (type) {
      case "uuid" -> "gen_random_uuid()";
      case "text" -> "coalesce(%s, '') || 'x'".formatted(column);
      case "smallint", "integer", "bigint" -> "coalesce(%s, 0) + 1".formatted(column);
      case "bytea" -> "%s || '\\x00'::bytea".formatted(column);
      case "integer[]" -> "coalesce(%s, '{}') || 1".formatted(column);
      case "uuid[]" -> "coalesce(%s, '{}') || gen_random_uuid()".formatted(column);
      case "boolean" -> "not coalesce(%s, false)".formatted(column);
      case "jsonb" -> "jsonb_build_array(%s)".formatted(column);
      case "timestamp with time zone" ->
          "coalesce(%s, timestamptz '2026-01-01 00:00:00Z') + interval '1 day'".formatted(column);
      default -> throw new IllegalStateException("no edit yet of type " + type);
    };
  }

  private static Set<String> foundWhile(String table, String edit) throws SQLException {
    execute("create table kept as select * from " + table);
    try {
      assertThat(rows(edit)).as("rows edited by %s", edit).isEqualTo(1);
      return found();
    } finally {
      execute("delete from " + table);
      execute("insert into " + table + " overriding system value select * from kept");
      execute("drop table kept");
    }
  }

  /** The tables of which an examination says that something is wrong. */
  static Set<String> found() {
    return Arc.container().listAll(Check.class).stream()
        .map(each -> each.get())
        .filter(each -> !each.name().equals(SEALED))
        .flatMap(each -> violations(each).stream())
        .map(Violation::table)
        .collect(Collectors.toSet());
  }

  /** What one check finds. */
  static List<Violation> violations(String check) {
    return Arc.container().listAll(Check.class).stream()
        .map(each -> each.get())
        .filter(each -> each.name().equals(check))
        .flatMap(each -> violations(each).stream())
        .toList();
  }

  private static List<Violation> violations(Check check) {
    var violations = new ArrayList<Violation>();
    var cursor = new String[1];
    Await.until(
        check.name() + " is examined",
        () -> {
          CheckPage page;
          do {
            page = QuarkusTransaction.requiringNew().call(() -> check.next(null, cursor[0]));
            violations.addAll(page.violations());
            cursor[0] = page.cursor();
          } while (page.cursor() != null && !page.waits());
          return page.cursor() == null;
        });
    QuarkusTransaction.requiringNew().run(check::end);
    return violations;
  }

  private static void execute(String text) throws SQLException {
    var _ = rows(text);
  }

  private static int rows(String text) throws SQLException {
    try (var owner = Owner.connect();
        Statement sql = owner.createStatement()) {
      return sql.executeUpdate(text);
    }
  }

  private static List<String> texts(String query) {
    try (Handle sql = Jdbi.open(Owner::connect)) {
      return sql.createQuery(query).mapTo(String.class).list();
    }
  }
}
