package org.mikromerit.kit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.chain.Chain.Coverage;
import org.mikromerit.kit.chain.Chain.Piece;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * What was sealed is as it was: first every link with its rows, then every sealed table, for rows
 * that no link covers. A new row has a minute to be sealed.
 */
@ApplicationScoped
class ChainsHold implements Check {
  private static final int LINKS = 50;
  private static final int ROWS = 10_000;
  private static final Duration SEALED_WITHIN = Duration.ofMinutes(1);

  private final Jdbi jdbi;
  private final Chain chain;
  private final InstantSource clock;

  ChainsHold(Jdbi jdbi, Chain chain, InstantSource clock) {
    this.jdbi = jdbi;
    this.chain = chain;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "chains";
  }

  /**
   * Where the examination is.
   *
   * @param table whose coverage is looked at; none while the links are
   * @param after number of the link, or of the row, that was examined last
   * @param waiting since when the next rows' sealing is awaited
   */
  private record Cursor(String table, long after, @Nullable Instant waiting) {
    static Cursor of(@Nullable String text) {
      if (text == null) {
        return new Cursor("", 0, null);
      }
      String[] parts = text.split(" ", -1);
      return new Cursor(
          parts[0], Long.parseLong(parts[1]), parts[2].isEmpty() ? null : Instant.parse(parts[2]));
    }

    String text() {
      return table + " " + after + " " + (waiting == null ? "" : waiting);
    }
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String text) {
    Cursor cursor = Cursor.of(text);
    return jdbi.withHandle(
        sql -> cursor.table().isEmpty() ? links(sql, known, cursor) : rows(sql, cursor));
  }

  private CheckPage links(Handle sql, @Nullable Known known, Cursor cursor) {
    Piece piece = chain.links(sql, cursor.after(), LINKS);
    var violations = new ArrayList<>(piece.violations());
    if (known != null && cursor.after() == 0 && !chain.has(sql, known.number(), known.digest())) {
      violations.add(
          new Violation(
              name(),
              "chain_link",
              "number=" + known.number(),
              "The link that an earlier examination ended with is not there any more."));
    }
    Cursor next =
        piece.links() == LINKS
            ? new Cursor("", piece.last(), null)
            : new Cursor(chain.tables().getFirst().name(), 0, null);
    return CheckPage.more(next.text(), piece.rows(), violations);
  }

  private CheckPage rows(Handle sql, Cursor cursor) {
    SealedTable table =
        chain.tables().stream()
            .filter(each -> each.name().equals(cursor.table()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("not sealed: " + cursor.table()));
    Coverage coverage = chain.coverage(sql, table, cursor.after(), ROWS, clock.instant());
    if (!coverage.missing().isEmpty() && !isOver(cursor.waiting())) {
      Instant since = cursor.waiting() == null ? clock.instant() : cursor.waiting();
      return CheckPage.again(new Cursor(table.name(), cursor.after(), since).text());
    }
    var violations = new ArrayList<>(coverage.violations());
    coverage.missing().stream()
        .map(
            each ->
                new Violation(
                    name(),
                    table.name(),
                    table.row(each),
                    "No link covers the row after a minute."))
        .forEach(violations::add);
    return after(sql, table, coverage.last(), violations);
  }

  private boolean isOver(@Nullable Instant since) {
    return since != null && clock.instant().isAfter(since.plus(SEALED_WITHIN));
  }

  private CheckPage after(
      Handle sql, SealedTable table, OptionalLong last, List<Violation> violations) {
    if (last.isPresent()) {
      return CheckPage.more(new Cursor(table.name(), last.getAsLong(), null).text(), 0, violations);
    }
    List<SealedTable> tables = chain.tables();
    int next = tables.indexOf(table) + 1;
    return next < tables.size()
        ? CheckPage.more(new Cursor(tables.get(next).name(), 0, null).text(), 0, violations)
        : CheckPage.last(0, violations).noting(end(sql));
  }

  /** What is worth keeping elsewhere. */
  private String end(Handle sql) {
    return chain.end(sql).map(end -> end.number() + " " + end.digest()).orElse("");
  }
}
