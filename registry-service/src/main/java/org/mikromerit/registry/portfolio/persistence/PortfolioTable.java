package org.mikromerit.registry.portfolio.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.registry.portfolio.Portfolio;
import org.mikromerit.registry.portfolio.PortfolioEntry;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;

@ApplicationScoped
class PortfolioTable implements Portfolio {

  /** One row a credential; of two the delivered one, since its letter comes first. */
  private static final String OF_REFS =
      """
      select distinct on (credential) * from portfolio_entry
      where learner_ref = any(:refs)
      order by credential, source, received_at
      """;

  private final Jdbi jdbi;

  PortfolioTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean add(PortfolioEntry entry, byte[] sealed) {
    return jdbi.withHandle(
        sql -> {
          boolean added = insert(sql, entry) == 1;
          if (added) {
            insert(sql, entry, sealed);
          }
          return added;
        });
  }

  private static int insert(Handle sql, PortfolioEntry entry) {
    return sql.createUpdate(
            """
            insert into portfolio_entry (learner_ref, credential, source, organisation, issuer, issuer_name, title,
                                         definition, definition_version, kind, level, awarded_at, issued_at,
                                         digest, received_at)
            values (:learnerRef, :credential, :source, :organisation, :issuer, :issuerName, :title,
                    :definition, :definitionVersion, :kind, :level, :awardedAt, :issuedAt,
                    :digest, :receivedAt)
            on conflict (learner_ref, credential) do nothing
            """)
        .bind("learnerRef", entry.learnerRef())
        .bind("credential", entry.credential())
        .bind("source", entry.source().name())
        .bind("organisation", entry.organisation())
        .bind("issuer", entry.issuer())
        .bind("issuerName", entry.issuerName())
        .bind("title", entry.title())
        .bind("definition", entry.definition())
        .bind("definitionVersion", entry.definitionVersion())
        .bind("kind", entry.kind())
        .bind("level", entry.level())
        .bind("awardedAt", entry.awardedAt())
        .bind("issuedAt", entry.issuedAt())
        .bind("digest", entry.digest())
        .bind("receivedAt", entry.receivedAt())
        .execute();
  }

  private static void insert(Handle sql, PortfolioEntry entry, byte[] sealed) {
    sql.createUpdate(
            """
            insert into portfolio_body (learner_ref, credential, sealed)
            values (:learnerRef, :credential, :sealed)
            """)
        .bind("learnerRef", entry.learnerRef())
        .bind("credential", entry.credential())
        .bind("sealed", sealed)
        .execute();
  }

  @Override
  public List<PortfolioEntry> page(Collection<String> refs, Place after, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select * from ("
                        + OF_REFS
                        + """
                        ) held
                        where awarded_at < :awardedAt or (awarded_at = :awardedAt and credential > :credential)
                        order by awarded_at desc, credential
                        limit :atMost
                        """)
                .bindArray("refs", String.class, refs.toArray())
                .bind("awardedAt", after.awardedAt())
                .bind("credential", after.credential())
                .bind("atMost", atMost)
                .map((row, _) -> entry(row))
                .list());
  }

  @Override
  public Optional<PortfolioEntry> find(Collection<String> refs, UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from portfolio_entry
                    where learner_ref = any(:refs) and credential = :credential
                    order by source, received_at limit 1
                    """)
                .bindArray("refs", String.class, refs.toArray())
                .bind("credential", credential)
                .map((row, _) -> entry(row))
                .findOne());
  }

  @Override
  public Optional<byte[]> sealed(PortfolioEntry entry) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select sealed from portfolio_body
                    where learner_ref = :learnerRef and credential = :credential
                    """)
                .bind("learnerRef", entry.learnerRef())
                .bind("credential", entry.credential())
                .map((row, _) -> row.getBytes("sealed"))
                .findOne());
  }

  private static PortfolioEntry entry(ResultSet row) throws SQLException {
    return new PortfolioEntry(
        row.getString("learner_ref"),
        row.getObject("credential", UUID.class),
        Source.valueOf(row.getString("source")),
        row.getObject("organisation", UUID.class),
        row.getString("issuer"),
        row.getString("issuer_name"),
        row.getString("title"),
        row.getString("definition"),
        row.getString("definition_version"),
        row.getString("kind"),
        row.getString("level"),
        instant(row, "awarded_at"),
        instant(row, "issued_at"),
        row.getString("digest"),
        instant(row, "received_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
