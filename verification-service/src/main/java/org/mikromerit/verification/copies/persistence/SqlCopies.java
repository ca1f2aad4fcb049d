package org.mikromerit.verification.copies.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.verification.copies.Copies;

@ApplicationScoped
class SqlCopies implements Copies {
  private final Jdbi jdbi;

  SqlCopies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public State state() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select (select count(*) from organisation) as organisations,
                           (select count(*) from organisation_key) as keys,
                           (select count(*) from definition) as definitions,
                           (select count(*) from issuing_right) as rights,
                           (select count(*) from status_list) as lists,
                           (select count(*) from status_list_waiting) as waiting,
                           (select count(*) from credential_status) as statuses,
                           (select count(*) from trust_bundle) as bundles,
                           (select max(applied_at) from inbox) as newest_event,
                           (select min(copied_at) from status_list) as oldest_list
                    """)
                .map(
                    (row, _) ->
                        new State(
                            row.getLong("organisations"),
                            row.getLong("keys"),
                            row.getLong("definitions"),
                            row.getLong("rights"),
                            row.getLong("lists"),
                            row.getLong("waiting"),
                            row.getLong("statuses"),
                            row.getLong("bundles"),
                            instant(row, "newest_event"),
                            instant(row, "oldest_list")))
                .one());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
