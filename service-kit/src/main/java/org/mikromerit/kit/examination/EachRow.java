package org.mikromerit.kit.examination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every row of a table once, in the order of its key. A page is one statement, so that
 * what changes meanwhile is seen whole or not at all. Names and statements are code, never input.
 */
public final class EachRow {
  private final String check;
  private final String table;
  private final String column;
  private final Object first;
  private final Function<String, Object> read;
  private final int most;
  private final String statement;
  private final Map<String, Object> more;

  private EachRow(
      String check,
      String table,
      String column,
      Object first,
      Function<String, Object> read,
      int most,
      String statement,
      Map<String, Object> more) {
    this.check = check;
    this.table = table;
    this.column = column;
    this.first = first;
    this.read = read;
    this.most = most;
    this.statement = statement;
    this.more = Map.copyOf(more);
  }

  /**
   * Of a table whose key is a UUID.
   *
   * @param column how a violation names the key
   * @param most rows of a page
   * @param statement selects the key as {@code key}, and what tells whether the row holds, of the
   *     first {@code :most} rows whose key is greater than {@code :after}, in the key's order
   */
  public static EachRow byId(
      String check, String table, String column, int most, String statement) {
    return new EachRow(
        check, table, column, new UUID(0, 0), UUID::fromString, most, statement, Map.of());
  }

  /** The same of a table whose key is a number above 0. */
  public static EachRow byNumber(
      String check, String table, String column, int most, String statement) {
    return new EachRow(check, table, column, 0L, Long::valueOf, most, statement, Map.of());
  }

  /** The same of a table whose key is a text that is never empty. */
  public static EachRow byText(
      String check, String table, String column, int most, String statement) {
    return new EachRow(check, table, column, "", text -> text, most, statement, Map.of());
  }

  /** The same with more that the statement asks for. */
  public EachRow with(Map<String, Object> parameters) {
    return new EachRow(check, table, column, first, read, most, statement, parameters);
  }

  /** What is wrong with a row, in a sentence for the operator; empty if nothing is. */
  public interface Fault {
    Optional<String> of(ResultSet row) throws SQLException;
  }

  private record Row(String key, Optional<String> fault) {}

  /** The page behind the cursor. */
  public CheckPage page(Jdbi jdbi, @Nullable String cursor, Fault fault) {
    Object after = cursor == null ? first : read.apply(cursor);
    List<Row> rows =
        jdbi.withHandle(
            sql ->
                sql.createQuery(statement)
                    .bindMap(more)
                    .bind("after", after)
                    .bind("most", most)
                    .map((row, _) -> new Row(row.getString("key"), fault.of(row)))
                    .list());
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().key(),
        rows.size(),
        rows.stream()
            .flatMap(row -> row.fault().map(sentence -> violation(row, sentence)).stream())
            .toList());
  }

  private Violation violation(Row row, String sentence) {
    return new Violation(check, table, column + "=" + row.key(), sentence);
  }
}
