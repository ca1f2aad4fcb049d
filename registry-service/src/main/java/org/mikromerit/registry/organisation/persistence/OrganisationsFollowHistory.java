package org.mikromerit.registry.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/** How an organisation stands is the newest of its history, which is sealed. */
@ApplicationScoped
class OrganisationsFollowHistory implements Check {
  private static final int AT_ONCE = 5_000;

  private final Jdbi jdbi;

  OrganisationsFollowHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return "organisations";
  }

  private record Row(UUID organisation, boolean follows) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? new UUID(0, 0) : UUID.fromString(cursor));
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().organisation().toString(),
        rows.size(),
        rows.stream()
            .filter(row -> !row.follows())
            .map(
                row ->
                    new Violation(
                        name(),
                        "organisation",
                        "id=" + row.organisation(),
                        "It stands otherwise than its history says."))
            .toList());
  }

  /** Each state is a change, and so is each word about the organisation. */
  private List<Row> after(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select o.id, (h.state = o.state and o.version >= h.position) is true as follows
                      from organisation o
                      left join lateral (
                        select state, position from organisation_history where organisation = o.id
                         order by position desc limit 1) h on true
                     where o.id > :organisation order by o.id limit :most
                    """)
                .bind("organisation", organisation)
                .bind("most", AT_ONCE)
                .map(
                    (row, _) -> new Row(row.getObject("id", UUID.class), row.getBoolean("follows")))
                .list());
  }
}
