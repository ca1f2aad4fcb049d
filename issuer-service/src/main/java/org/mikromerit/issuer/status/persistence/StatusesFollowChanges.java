package org.mikromerit.issuer.status.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/** How a credential stands is what its newest change says; the changes are sealed. */
@ApplicationScoped
class StatusesFollowChanges implements Check {
  private static final int AT_ONCE = 5_000;

  private final Jdbi jdbi;

  StatusesFollowChanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return "statuses";
  }

  private record Row(UUID credential, boolean follows) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? new UUID(0, 0) : UUID.fromString(cursor));
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    var violations = new ArrayList<Violation>();
    rows.stream()
        .filter(row -> !row.follows())
        .forEach(
            row ->
                violations.add(
                    new Violation(
                        name(),
                        "credential_status",
                        "credential=" + row.credential(),
                        "It stands otherwise than its changes say.")));
    return CheckPage.more(rows.getLast().credential().toString(), rows.size(), violations);
  }

  /** One statement, so that a change under way is seen whole or not at all. */
  private List<Row> after(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select s.credential, case s.sequence
                      when 1 then s.status = 'VALID' and s.reason is null and not s.suspended
                                  and s.since = i.issued_at and n.sequence is null
                      else n.sequence = s.sequence and n.status = s.status
                           and n.reason is not distinct from s.reason and n.since = s.since
                           and s.suspended = coalesce(
                             (select c.status = 'SUSPENDED' from status_change c
                               where c.credential = s.credential and c.status <> 'REVOKED'
                               order by c.sequence desc limit 1), false)
                      end is true as follows
                      from credential_status s
                      left join credential i on i.id = s.credential
                      left join lateral (
                        select c.sequence, c.status, c.reason, c.since from status_change c
                         where c.credential = s.credential order by c.sequence desc limit 1) n on true
                     where s.credential > :credential order by s.credential limit :most
                    """)
                .bind("credential", credential)
                .bind("most", AT_ONCE)
                .map(
                    (row, _) ->
                        new Row(row.getObject("credential", UUID.class), row.getBoolean("follows")))
                .list());
  }
}
