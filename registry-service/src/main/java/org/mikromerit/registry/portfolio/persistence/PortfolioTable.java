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
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Columns;
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
  public int add(List<Sealed> credentials) {
    var each = Columns.of(credentials);
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                    // Sorted, so that two who add the same ones wait in no circle.
                    """
                    with told as (
                      select * from unnest(:learnerRefs, :credentials, :sources, :organisations, :issuers,
                                           :issuerNames, :titles, :definitions, :definitionVersions, :kinds,
                                           :levels, :awardedAts, :issuedAts, :digests, :receivedAts, :documents, :sdJwts)
                        as told (learner_ref, credential, source, organisation, issuer, issuer_name, title,
                                 definition, definition_version, kind, level, awarded_at, issued_at, digest,
                                 received_at, sealed, sd_jwt)),
                    added as (
                      insert into portfolio_entry (learner_ref, credential, source, organisation, issuer,
                                                   issuer_name, title, definition, definition_version, kind,
                                                   level, awarded_at, issued_at, digest, received_at)
                      select learner_ref, credential, source, organisation, issuer, issuer_name, title,
                             definition, definition_version, kind, level, awarded_at, issued_at, digest,
                             received_at
                        from told order by learner_ref, credential
                      on conflict (learner_ref, credential) do nothing
                      returning learner_ref, credential)
                    insert into portfolio_body (learner_ref, credential, sealed, sd_jwt)
                    select learner_ref, credential, sealed, sd_jwt
                      from told join added using (learner_ref, credential)
                    """)
                .bind("learnerRefs", each.texts(one -> one.entry().learnerRef()))
                .bind("credentials", each.uuids(one -> one.entry().credential()))
                .bind("sources", each.texts(one -> one.entry().source().name()))
                .bind("organisations", each.uuids(one -> one.entry().organisation()))
                .bind("issuers", each.texts(one -> one.entry().issuer()))
                .bind("issuerNames", each.texts(one -> one.entry().issuerName()))
                .bind("titles", each.texts(one -> one.entry().title()))
                .bind("definitions", each.texts(one -> one.entry().definition()))
                .bind("definitionVersions", each.texts(one -> one.entry().definitionVersion()))
                .bind("kinds", each.texts(one -> one.entry().kind()))
                .bind("levels", each.texts(one -> one.entry().level()))
                .bind("awardedAts", each.times(one -> one.entry().awardedAt()))
                .bind("issuedAts", each.times(one -> one.entry().issuedAt()))
                .bind("digests", each.texts(one -> one.entry().digest()))
                .bind("receivedAts", each.times(one -> one.entry().receivedAt()))
                .bind("documents", each.bytes(Sealed::document))
                .bind("sdJwts", each.bytes(Sealed::sdJwt))
                .execute());
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
    return body(entry, "sealed");
  }

  @Override
  public Optional<byte[]> sealedSdJwt(PortfolioEntry entry) {
    return body(entry, "sd_jwt");
  }

  private Optional<byte[]> body(PortfolioEntry entry, String column) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select sealed, sd_jwt from portfolio_body
                    where learner_ref = :learnerRef and credential = :credential
                    """)
                .bind("learnerRef", entry.learnerRef())
                .bind("credential", entry.credential())
                .map((row, _) -> Optional.ofNullable(row.getBytes(column)))
                .findOne()
                .flatMap(found -> found));
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
