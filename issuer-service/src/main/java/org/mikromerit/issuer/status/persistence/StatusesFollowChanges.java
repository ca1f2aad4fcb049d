package org.mikromerit.issuer.status.persistence;

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

/** How a credential stands is what its newest change says; the changes are sealed. */
@ApplicationScoped
class StatusesFollowChanges implements Check {
  private static final String NAME = "statuses";
  private static final EachRow ROWS =
      EachRow.byId(
          NAME,
          "credential_status",
          "credential",
          5_000,
          """
          select s.credential as key, case s.sequence
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
           where s.credential > :after order by s.credential limit :most
          """);

  private final Jdbi jdbi;

  StatusesFollowChanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, StatusesFollowChanges::fault);
  }

  private static Optional<String> fault(ResultSet row) throws SQLException {
    return row.getBoolean("follows")
        ? Optional.empty()
        : Optional.of("It stands otherwise than its changes say.");
  }
}
