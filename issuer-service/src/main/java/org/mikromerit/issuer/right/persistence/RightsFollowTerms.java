package org.mikromerit.issuer.right.persistence;

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

/** A right's terms of now are the newest that it was given; all of them are sealed. */
@ApplicationScoped
class RightsFollowTerms implements Check {
  private static final String NAME = "issuing-rights";
  private static final EachRow ROWS =
      EachRow.byId(
          NAME,
          "issuing_right",
          "id",
          5_000,
          """
          select r.id as key,
                 (row (r.sequence, r.state, r.decided_at, r.versions, r.valid_from, r.valid_until, r.reason)
                    is not distinct from
                  row (t.sequence, t.state, t.decided_at, t.versions, t.valid_from, t.valid_until, t.reason))
                   as follows
            from issuing_right r
            left join lateral (
              select * from issuing_right_terms where issuing_right = r.id
               order by sequence desc limit 1) t on true
           where r.id > :after order by r.id limit :most
          """);

  private final Jdbi jdbi;

  RightsFollowTerms(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, RightsFollowTerms::fault);
  }

  private static Optional<String> fault(ResultSet row) throws SQLException {
    return row.getBoolean("follows")
        ? Optional.empty()
        : Optional.of("Its terms are not the newest that it was given.");
  }
}
