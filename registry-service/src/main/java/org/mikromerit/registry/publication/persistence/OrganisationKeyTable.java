package org.mikromerit.registry.publication.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.registry.publication.OrganisationKey;
import org.mikromerit.registry.publication.OrganisationKeys;

@ApplicationScoped
class OrganisationKeyTable implements OrganisationKeys {
  private final Jdbi jdbi;

  OrganisationKeyTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(OrganisationKey key) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into organisation_key (id, organisation, verification_method, public_key_multibase, algorithm,
                                                  valid_from, valid_until, revoked_at)
                    values (:id, :organisation, :method, :multibase, :algorithm, :validFrom, :validUntil, :revokedAt)
                    on conflict (id) do update set
                      verification_method = excluded.verification_method,
                      public_key_multibase = excluded.public_key_multibase,
                      valid_from = excluded.valid_from,
                      valid_until = excluded.valid_until,
                      revoked_at = excluded.revoked_at
                    """)
                .bind("id", key.id())
                .bind("organisation", key.organisation())
                .bind("method", key.method().url())
                .bind("multibase", key.key().multibase())
                .bind("algorithm", key.algorithm())
                .bind("validFrom", key.validFrom())
                .bind("validUntil", key.validUntil())
                .bind("revokedAt", key.revokedAt())
                .execute());
  }

  @Override
  public List<OrganisationKey> of(Collection<UUID> organisations) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from organisation_key where organisation = any(:organisations)
                    order by organisation, valid_from, id
                    """)
                .bindArray("organisations", UUID.class, organisations.toArray())
                .map((row, _) -> key(row))
                .list());
  }

  private static OrganisationKey key(ResultSet row) throws SQLException {
    return new OrganisationKey(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        VerificationMethodId.parse(row.getString("verification_method")).orElseThrow(),
        PublicKey.fromMultibase(row.getString("public_key_multibase")).orElseThrow(),
        row.getString("algorithm"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        instant(row, "valid_until"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
