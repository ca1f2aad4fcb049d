package org.mikromerit.registry.organisation.persistence;

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

/** How an organisation stands is the newest of its history, which is sealed. */
@ApplicationScoped
class OrganisationsFollowHistory implements Check {
  private static final String NAME = "organisations";
  private static final EachRow ROWS =
      EachRow.byId(
          NAME,
          "organisation",
          "id",
          5_000,
          """
          select o.id as key, (h.state = o.state and o.version >= h.position) is true as follows
            from organisation o
            left join lateral (
              select state, position from organisation_history where organisation = o.id
               order by position desc limit 1) h on true
           where o.id > :after order by o.id limit :most
          """);

  private final Jdbi jdbi;

  OrganisationsFollowHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, OrganisationsFollowHistory::fault);
  }

  private static Optional<String> fault(ResultSet row) throws SQLException {
    return row.getBoolean("follows")
        ? Optional.empty()
        : Optional.of("It stands otherwise than its history says.");
  }
}
