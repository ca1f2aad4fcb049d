package org.mikromerit.registry.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.registry.organisation.Applications;

@ApplicationScoped
class ApplicationTable implements Applications {
  private final Jdbi jdbi;

  ApplicationTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void file(UUID organisation, String by, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into application (organisation, number, filed_by, filed_at)
                    select :organisation, count(*) + 1, :by, :at from application where organisation = :organisation
                    """)
                .bind("organisation", organisation)
                .bind("by", by)
                .bind("at", at)
                .execute());
  }

  @Override
  public boolean wasFiledBy(UUID organisation, String subject) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select exists (select from application where organisation = :organisation and filed_by = :subject)")
                .bind("organisation", organisation)
                .bind("subject", subject)
                .mapTo(Boolean.class)
                .one());
  }
}
