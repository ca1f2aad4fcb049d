package org.mikromerit.issuer.issuance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.issuance.FirstIssues;

@ApplicationScoped
class SqlFirstIssues implements FirstIssues {
  private final Jdbi jdbi;

  SqlFirstIssues(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<UUID> claim(UUID occasion, UUID credential) {
    int added =
        jdbi.withHandle(
            sql ->
                sql.createUpdate(
                        "insert into first_issue (occasion, credential) values (:occasion, :credential)"
                            + " on conflict do nothing")
                    .bind("occasion", occasion)
                    .bind("credential", credential)
                    .execute());
    // A statement of its own: the insert may have waited for a row that its snapshot cannot see.
    return added == 1 ? Optional.empty() : find(occasion);
  }

  @Override
  public Optional<UUID> find(UUID occasion) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select credential from first_issue where occasion = :occasion")
                .bind("occasion", occasion)
                .mapTo(UUID.class)
                .findOne());
  }
}
