package org.mikromerit.issuer.signing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.signing.Installations;

@ApplicationScoped
class SqlInstallations implements Installations {
  private final Jdbi jdbi;

  SqlInstallations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Established> find() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select public_url, wrapping_check, established_at from installation")
                .map(
                    (row, _) ->
                        new Established(
                            row.getString("public_url"),
                            row.getBytes("wrapping_check"),
                            row.getTimestamp("established_at").toInstant()))
                .findOne());
  }

  @Override
  public void addIfFirst(Established established) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into installation (public_url, wrapping_check, established_at)
                    values (:url, :check, :at) on conflict do nothing
                    """)
                .bind("url", established.publicUrl())
                .bind("check", established.wrappingCheck())
                .bind("at", established.at())
                .execute());
  }
}
