package org.mikromerit.verification.trust.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.kit.sql.OwnCopy;
import org.mikromerit.verification.trust.TrustCopy;

@ApplicationScoped
class SqlTrustCopy implements TrustCopy {
  private final Jdbi jdbi;
  private final OwnCopy copy;
  private final ObjectMapper json;
  private final InstantSource clock;

  SqlTrustCopy(Jdbi jdbi, OwnCopy copy, ObjectMapper json, InstantSource clock) {
    this.jdbi = jdbi;
    this.copy = copy;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void keep(OrganisationChangedV1 organisation) {
    List<Since> history =
        organisation.history().stream()
            .map(step -> new Since(step.state(), step.from(), step.reason()))
            .toList();
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into organisation (id, did, name, country, governance, state, history, copied_at)
                    values (:id, :did, :name, :country, :governance, :state, cast(:history as jsonb), :now)
                    on conflict (id) do update set
                      did = excluded.did, name = excluded.name, country = excluded.country,
                      governance = excluded.governance, state = excluded.state,
                      history = excluded.history, copied_at = excluded.copied_at
                    """)
                .bind("id", organisation.organisationId())
                .bind("did", organisation.did())
                .bind("name", organisation.name())
                .bind("country", organisation.country())
                .bind("governance", organisation.governanceModel().name())
                .bind("state", organisation.state().name())
                .bind("history", text(history))
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public void keep(OrganisationKeyChangedV1 key) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into organisation_key
                      (id, organisation, verification_method, public_key, valid_from, valid_until, revoked_at, copied_at)
                    values (:id, :organisation, :method, :key, :from,
                            cast(:until as timestamptz), cast(:revoked as timestamptz), :now)
                    on conflict (id) do update set
                      organisation = excluded.organisation, verification_method = excluded.verification_method,
                      public_key = excluded.public_key, valid_from = excluded.valid_from,
                      valid_until = excluded.valid_until, revoked_at = excluded.revoked_at,
                      copied_at = excluded.copied_at
                    """)
                .bind("id", key.keyId())
                .bind("organisation", key.organisationId())
                .bind("method", key.verificationMethod())
                .bind("key", key.publicKeyMultibase())
                .bind("from", key.validFrom())
                .bind("until", key.validUntil())
                .bind("revoked", key.revokedAt())
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public void keep(DefinitionPublishedV1 definition) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into definition (id, version, organisation, kind, level, title, published_at, copied_at)
                    values (:id, :version, :organisation, :kind, :level, cast(:title as jsonb), :publishedAt, :now)
                    on conflict (id, version) do update set
                      organisation = excluded.organisation, kind = excluded.kind, level = excluded.level,
                      title = excluded.title, published_at = excluded.published_at,
                      copied_at = excluded.copied_at
                    """)
                .bind("id", definition.definitionId())
                .bind("version", definition.version())
                .bind("organisation", definition.organisationId())
                .bind("kind", definition.kind().name())
                .bind("level", definition.certificationLevel().name())
                .bind("title", text(definition.title().byLanguage()))
                .bind("publishedAt", definition.publishedAt())
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public Optional<KnownOrganisation> organisation(String did) {
    return copy.read(
        sql ->
            sql.createQuery("select id, name, history from organisation where did = :did")
                .bind("did", did)
                .map((row, _) -> organisation(row))
                .findOne());
  }

  @Override
  public Optional<KnownKey> key(String did, String verificationMethod) {
    // Joined, so that a key counts only under the DID that the register gives its organisation.
    return copy.read(
        sql ->
            sql.createQuery(
                    """
                    select k.public_key, k.valid_from, k.valid_until, k.revoked_at
                    from organisation_key k join organisation o on o.id = k.organisation
                    where k.verification_method = :method and o.did = :did
                    """)
                .bind("method", verificationMethod)
                .bind("did", did)
                .map((row, _) -> key(row))
                .findOne());
  }

  @Override
  public boolean hasKeys(String did) {
    return copy.read(
        sql ->
            sql.createQuery(
                    """
                    select exists (select from organisation_key k
                    join organisation o on o.id = k.organisation where o.did = :did)
                    """)
                .bind("did", did)
                .mapTo(Boolean.class)
                .one());
  }

  private KnownOrganisation organisation(ResultSet row) throws SQLException {
    try {
      return new KnownOrganisation(
          row.getObject("id", UUID.class),
          row.getString("name"),
          List.of(json.readValue(row.getString("history"), Since[].class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept history cannot be read", e);
    }
  }

  private static KnownKey key(ResultSet row) throws SQLException {
    return new KnownKey(
        row.getString("public_key"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(),
        instant(row, "valid_until"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event's plain values can be written", e);
    }
  }
}
