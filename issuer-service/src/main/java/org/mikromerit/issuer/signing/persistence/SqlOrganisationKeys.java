package org.mikromerit.issuer.signing.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.issuer.signing.OrganisationKey;
import org.mikromerit.issuer.signing.OrganisationKeys;
import org.mikromerit.kit.chain.RowNotes;

@ApplicationScoped
class SqlOrganisationKeys implements OrganisationKeys {
  private static final String TABLE = "signing_key";
  private static final String KEY =
      """
      select id, organisation, verification_method, public_key_multibase, algorithm,
             wrapped_private_key, valid_from, valid_until, revoked_at, sequence
        from signing_key
      """;

  private final Jdbi jdbi;
  private final RowNotes notes;

  SqlOrganisationKeys(Jdbi jdbi, RowNotes notes) {
    this.jdbi = jdbi;
    this.notes = notes;
  }

  @Override
  public boolean addIfNone(Stored stored) {
    OrganisationKey key = stored.key();
    boolean added =
        jdbi.withHandle(
                sql ->
                    sql.createUpdate(
                            """
                    insert into signing_key (id, organisation, verification_method, public_key_multibase,
                                             algorithm, wrapped_private_key, valid_from)
                    values (:id, :organisation, :method, :publicKey, :algorithm, :wrapped, :validFrom)
                    on conflict (organisation, algorithm) where valid_until is null and revoked_at is null
                      do nothing
                    """)
                        .bind("id", key.id())
                        .bind("organisation", key.organisation())
                        .bind("method", key.verificationMethod())
                        .bind("publicKey", key.publicKeyMultibase())
                        .bind("algorithm", key.algorithm().code())
                        .bind("wrapped", stored.wrappedPrivateKey())
                        .bind("validFrom", key.validFrom())
                        .execute())
            == 1;
    if (added) {
      notes.changed(TABLE, key.id());
    }
    return added;
  }

  @Override
  public Optional<Stored> current(UUID organisation, KeyAlgorithm algorithm) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    KEY
                        + """
                          where organisation = :organisation and algorithm = :algorithm
                            and valid_until is null and revoked_at is null
                          """)
                .bind("organisation", organisation)
                .bind("algorithm", algorithm.code())
                .map((row, _) -> new Stored(key(row), row.getBytes("wrapped_private_key")))
                .findOne());
  }

  @Override
  public boolean hasAny(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select exists (select 1 from signing_key where organisation = :organisation)")
                .bind("organisation", organisation)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Optional<OrganisationKey> named(String verificationMethod) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(KEY + "where verification_method = :method")
                .bind("method", verificationMethod)
                .map((row, _) -> key(row))
                .findOne());
  }

  @Override
  public List<OrganisationKey> list(UUID organisation, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    KEY
                        + "where organisation = :organisation and id > :after order by id limit :most")
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> key(row))
                .list());
  }

  @Override
  public List<Told> lockedAfter(UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(KEY + "where id > :after order by id limit :most for share")
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> told(row))
                .list());
  }

  @Override
  public Optional<Told> lock(UUID organisation, UUID key) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(KEY + "where organisation = :organisation and id = :key for update")
                .bind("organisation", organisation)
                .bind("key", key)
                .map((row, _) -> told(row))
                .findOne());
  }

  @Override
  public void end(Told ended) {
    notes.changing(TABLE, ended.key().id());
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update signing_key
                       set valid_until = :validUntil, revoked_at = :revokedAt, sequence = :sequence
                     where id = :id
                    """)
                .bind("id", ended.key().id())
                .bind("validUntil", ended.key().validUntil())
                .bind("revokedAt", ended.key().revokedAt())
                .bind("sequence", ended.sequence())
                .execute());
    notes.changed(TABLE, ended.key().id());
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(key(row), row.getInt("sequence"));
  }

  private static OrganisationKey key(ResultSet row) throws SQLException {
    return new OrganisationKey(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("verification_method"),
        row.getString("public_key_multibase"),
        KeyAlgorithm.ofCode(row.getString("algorithm")).orElseThrow(),
        row.getTimestamp("valid_from").toInstant(),
        instant(row.getTimestamp("valid_until")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
