package org.mikromerit.issuer.issuance.persistence;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.issuance.FirstIssues;
import org.mikromerit.kit.sql.Columns;

@ApplicationScoped
class SqlFirstIssues implements FirstIssues {
  private final Jdbi jdbi;

  SqlFirstIssues(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<UUID, UUID> claim(Map<UUID, UUID> credentials) {
    var each = Columns.of(List.copyOf(credentials.entrySet()));
    Set<UUID> first =
        jdbi.withHandle(
            sql ->
                sql.createQuery(
                        // Sorted, so that two who claim the same ones wait in no circle.
                        """
                        insert into first_issue (occasion, credential)
                        select occasion, credential
                          from unnest(:occasions, :credentials) as claim (occasion, credential)
                         order by occasion
                        on conflict do nothing
                        returning occasion
                        """)
                    .bind("occasions", each.uuids(Map.Entry::getKey))
                    .bind("credentials", each.uuids(Map.Entry::getValue))
                    .mapTo(UUID.class)
                    .set());
    Set<UUID> others = new HashSet<>(credentials.keySet());
    others.removeAll(first);
    // A statement of its own: the insert may have waited for rows that its snapshot cannot see.
    return others.isEmpty() ? Map.of() : find(others);
  }

  @Override
  public Map<UUID, UUID> find(Set<UUID> occasions) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    "select occasion, credential from first_issue where occasion = any(:occasions)")
                .bind("occasions", occasions.toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getObject("occasion", UUID.class),
                            row.getObject("credential", UUID.class)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
