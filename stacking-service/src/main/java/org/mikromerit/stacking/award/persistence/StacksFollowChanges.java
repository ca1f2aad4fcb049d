package org.mikromerit.stacking.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.EachRow;
import org.mikromerit.kit.examination.Known;

/**
 * A stack is as its newest change left it, and whose all its parts are; the changes and all else of
 * it are sealed. Changes break and restore it by turns.
 */
@ApplicationScoped
class StacksFollowChanges implements Check {
  private static final String NAME = "stacks";
  private static final EachRow ROWS =
      EachRow.byId(
          NAME,
          "stack",
          "id",
          2_000,
          """
          select s.id as key,
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
           where s.id > :after order by s.id limit :most
          """);

  private final Jdbi jdbi;

  StacksFollowChanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, StacksFollowChanges::fault);
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
