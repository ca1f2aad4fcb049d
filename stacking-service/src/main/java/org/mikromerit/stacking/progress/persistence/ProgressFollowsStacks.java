package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * A learner's progress is what their stacks on the pathway say, unless they are to be evaluated
 * yet. While two learners turn out to be one, it may be behind for as long as their references
 * follow one by one.
 */
@ApplicationScoped
class ProgressFollowsStacks implements Check {
  private static final int AT_ONCE = 2_000;
  private static final Duration BEHIND = Duration.ofSeconds(10);

  private final Jdbi jdbi;
  private final InstantSource clock;

  ProgressFollowsStacks(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "progress";
  }

  private record Row(UUID pathway, String learner, boolean follows) {}

  /**
   * Behind which row the next page begins.
   *
   * @param since when a row of that page was first seen behind; null while none was
   */
  private record Cursor(UUID pathway, String learner, @Nullable Instant since) {
    static Cursor of(@Nullable String text) {
      if (text == null) {
        return new Cursor(new UUID(0, 0), "", null);
      }
      String[] parts = text.split(" ", -1);
      return new Cursor(
          UUID.fromString(parts[0]), parts[1], parts[2].isEmpty() ? null : Instant.parse(parts[2]));
    }

    String text() {
      return pathway + " " + learner + " " + (since == null ? "" : since);
    }
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String text) {
    Cursor cursor = Cursor.of(text);
    List<Row> rows = after(cursor);
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    List<Row> behind = rows.stream().filter(row -> !row.follows()).toList();
    Instant now = clock.instant();
    Instant since = cursor.since() == null ? now : cursor.since();
    if (!behind.isEmpty() && now.isBefore(since.plus(BEHIND))) {
      return CheckPage.again(new Cursor(cursor.pathway(), cursor.learner(), since).text());
    }
    return CheckPage.more(
        new Cursor(rows.getLast().pathway(), rows.getLast().learner(), null).text(),
        rows.size(),
        behind.stream()
            .map(
                row ->
                    new Violation(
                        name(),
                        "progress",
                        "pathway=" + row.pathway() + " learner=" + row.learner(),
                        "It is otherwise than the stacks say."))
            .toList());
  }

  private List<Row> after(Cursor cursor) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select p.pathway, p.learner,
                           exists (select from evaluation_due d where d.pathway = p.pathway and d.learner = p.learner)
                             or p.attempt = s.newest
                                and p.state = case when s.newest = 0 then 'IN_PROGRESS'
                                                   when s.stands then 'COMPLETED' else 'BROKEN' end as follows
                      from progress p
                      cross join lateral (
                        select coalesce(max(attempt), 0) as newest, bool_or(broken_because is null) as stands
                          from stack where pathway = p.pathway and holder = p.learner) s
                     where (p.pathway, p.learner) > (:pathway, :learner)
                     order by p.pathway, p.learner limit :most
                    """)
                .bind("pathway", cursor.pathway())
                .bind("learner", cursor.learner())
                .bind("most", AT_ONCE)
                .map(
                    (row, _) ->
                        new Row(
                            row.getObject("pathway", UUID.class),
                            row.getString("learner"),
                            row.getBoolean("follows")))
                .list());
  }
}
