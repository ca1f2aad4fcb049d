package org.mikromerit.registry.publication.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.registry.publication.SignedTrustList;
import org.mikromerit.registry.publication.TrustListChanges;
import org.mikromerit.registry.publication.TrustListVersions;

@ApplicationScoped
class TrustListTable implements TrustListVersions, TrustListChanges {
  // Any number that nothing else in this database locks: "trust" in ASCII.
  private static final long LOCK = 0x74_72_75_73_74L;

  private final Jdbi jdbi;

  TrustListTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void lock() {
    jdbi.useHandle(sql -> sql.execute("select pg_advisory_xact_lock(?)", LOCK));
  }

  @Override
  public Optional<SignedTrustList> newest() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from trust_list_version order by version desc limit 1")
                .map((row, _) -> list(row))
                .findOne());
  }

  @Override
  public Optional<Summary> newestSummary() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select version, issued_at, valid_until, verification_method, previous, digest
                    from trust_list_version order by version desc limit 1
                    """)
                .map((row, _) -> summary(row))
                .findOne());
  }

  @Override
  public Optional<SignedTrustList> find(long version) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from trust_list_version where version = :version")
                .bind("version", version)
                .map((row, _) -> list(row))
                .findOne());
  }

  @Override
  public List<Summary> summaries(long after, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select version, issued_at, valid_until, verification_method, previous, digest
                    from trust_list_version where version > :after order by version limit :atMost
                    """)
                .bind("after", after)
                .bind("atMost", atMost)
                .map((row, _) -> summary(row))
                .list());
  }

  @Override
  public void add(SignedTrustList version) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into trust_list_version (version, issued_at, valid_until, verification_method, previous, digest, jws)
                    values (:version, :issuedAt, :validUntil, :method, :previous, :digest, :jws)
                    """)
                .bind("version", version.version())
                .bind("issuedAt", version.issuedAt())
                .bind("validUntil", version.validUntil())
                .bind("method", version.method().url())
                .bind("previous", version.previous())
                .bind("digest", version.digest())
                .bind("jws", version.jws())
                .execute());
  }

  @Override
  public Set<VerificationMethodId> methods() {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    "select distinct verification_method from trust_list_version order by 1")
                .mapTo(String.class)
                .list()
                .stream()
                .map(url -> VerificationMethodId.parse(url).orElseThrow())
                .collect(Collectors.toSet()));
  }

  @Override
  public void mark() {
    jdbi.useHandle(sql -> sql.execute("insert into trust_list_change default values"));
  }

  @Override
  public boolean any() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select exists (select from trust_list_change)")
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public boolean take() {
    return jdbi.withHandle(sql -> sql.execute("delete from trust_list_change")) > 0;
  }

  private static SignedTrustList list(ResultSet row) throws SQLException {
    return new SignedTrustList(
        row.getLong("version"),
        instant(row, "issued_at"),
        instant(row, "valid_until"),
        VerificationMethodId.parse(row.getString("verification_method")).orElseThrow(),
        row.getString("previous"),
        row.getString("digest"),
        row.getString("jws"));
  }

  private static Summary summary(ResultSet row) throws SQLException {
    return new Summary(
        row.getLong("version"),
        instant(row, "issued_at"),
        instant(row, "valid_until"),
        row.getString("verification_method"),
        row.getString("previous"),
        row.getString("digest"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
