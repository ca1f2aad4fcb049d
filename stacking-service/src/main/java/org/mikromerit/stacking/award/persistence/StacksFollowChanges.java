package org.mikromerit.stacking.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * A stack is as its newest change left it, and whose all its parts are; the changes and all else of
 * it are sealed. Changes break and restore it by turns.
 */
@ApplicationScoped
class StacksFollowChanges implements Check {
  private static final int AT_ONCE = 2_000;

  private final Jdbi jdbi;

  StacksFollowChanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return "stacks";
  }

  private record Row(UUID stack, Optional<String> fault) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? new UUID(0, 0) : UUID.fromString(cursor));
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().stack().toString(),
        rows.size(),
        rows.stream()
            .flatMap(
                row ->
                    row
                        .fault()
                        .map(fault -> new Violation(name(), "stack", "id=" + row.stack(), fault))
                        .stream())
            .toList());
  }

  /** One statement, so that a change under way is seen whole or not at all. */
  private List<Row> after(UUID stack) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select s.id,
                           s.sequence = coalesce(c.sequence, 1)
                             and s.changed_at = coalesce(c.at, s.completed_at)
                             and s.broken_because is not distinct from
                                 case s.sequence % 2 when 0 then c.because end as follows,
                           p.whose is null or p.whose = s.holder as theirs,
                           exists (select from progress g where g.pathway = s.pathway and g.learner = s.holder)
                             or exists (select from evaluation_due d where d.pathway = s.pathway and d.learner = s.holder)
                             as shown
                      from stack s
                      left join lateral (
                        select * from stack_change where stack = s.id order by sequence desc limit 1) c on true
                      left join lateral (
                        select min(learner) as whose from credential where id = any (s.parts)
                        having count(distinct learner) = 1 and count(learner) = cardinality(s.parts)) p on true
                     where s.id > :stack order by s.id limit :most
                    """)
                .bind("stack", stack)
                .bind("most", AT_ONCE)
                .map((row, _) -> new Row(row.getObject("id", UUID.class), fault(row)))
                .list());
  }

  private static Optional<String> fault(ResultSet row) throws SQLException {
    if (!row.getBoolean("follows")) {
      return Optional.of("It is otherwise than its changes say.");
    }
    if (!row.getBoolean("theirs")) {
      return Optional.of("It is not held by whom all its parts belong to.");
    }
    return row.getBoolean("shown")
        ? Optional.empty()
        : Optional.of("Its holder has no progress on the pathway.");
  }
}
