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
import org.mikromerit.issuer.signing.OrganisationKey;
import org.mikromerit.issuer.signing.OrganisationKeys;

@ApplicationScoped
class SqlOrganisationKeys implements OrganisationKeys {
  private static final String KEY =
      """
      select id, organisation, verification_method, public_key_multibase, wrapped_private_key,
             valid_from, valid_until, revoked_at
        from signing_key
      """;

  private final Jdbi jdbi;

  SqlOrganisationKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Stored stored) {
    OrganisationKey key = stored.key();
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into signing_key (id, organisation, verification_method, public_key_multibase,
                                             wrapped_private_key, valid_from)
                    values (:id, :organisation, :method, :publicKey, :wrapped, :validFrom)
                    """)
                .bind("id", key.id())
                .bind("organisation", key.organisation())
                .bind("method", key.verificationMethod())
                .bind("publicKey", key.publicKeyMultibase())
                .bind("wrapped", stored.wrappedPrivateKey())
                .bind("validFrom", key.validFrom())
                .execute());
  }

  @Override
  public Optional<Stored> current(UUID organisation) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    KEY
                        + "where organisation = :organisation and valid_until is null and revoked_at is null")
                .bind("organisation", organisation)
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
  public List<OrganisationKey> lockedAfter(UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(KEY + "where id > :after order by id limit :most for share")
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> key(row))
                .list());
  }

  private static OrganisationKey key(ResultSet row) throws SQLException {
    return new OrganisationKey(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("verification_method"),
        row.getString("public_key_multibase"),
        row.getTimestamp("valid_from").toInstant(),
        instant(row.getTimestamp("valid_until")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
