package org.mikromerit.issuer.right.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/** A right's terms of now are the newest that it was given; all of them are sealed. */
@ApplicationScoped
class RightsFollowTerms implements Check {
  private static final int AT_ONCE = 5_000;

  private final Jdbi jdbi;

  RightsFollowTerms(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return "issuing-rights";
  }

  private record Row(UUID right, boolean follows) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? new UUID(0, 0) : UUID.fromString(cursor));
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().right().toString(),
        rows.size(),
        rows.stream()
            .filter(row -> !row.follows())
            .map(
                row ->
                    new Violation(
                        name(),
                        "issuing_right",
                        "id=" + row.right(),
                        "Its terms are not the newest that it was given."))
            .toList());
  }

  private List<Row> after(UUID right) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select r.id,
                           (row (r.sequence, r.state, r.decided_at, r.versions, r.valid_from, r.valid_until, r.reason)
                              is not distinct from
                            row (t.sequence, t.state, t.decided_at, t.versions, t.valid_from, t.valid_until, t.reason))
                             as follows
                      from issuing_right r
                      left join lateral (
                        select * from issuing_right_terms where issuing_right = r.id
                         order by sequence desc limit 1) t on true
                     where r.id > :right order by r.id limit :most
                    """)
                .bind("right", right)
                .bind("most", AT_ONCE)
                .map(
                    (row, _) -> new Row(row.getObject("id", UUID.class), row.getBoolean("follows")))
                .list());
  }
}
