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
import org.mikromerit.credential.did.Did;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.Accreditation;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
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
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into organisation
                      (id, did, name, country, governance, state, history, accreditations, copied_at)
                    values (:id, :did, :name, :country, :governance, :state, cast(:history as jsonb),
                            cast(:accreditations as jsonb), :now)
                    on conflict (id) do update set
                      did = excluded.did, name = excluded.name, country = excluded.country,
                      governance = excluded.governance, state = excluded.state,
                      history = excluded.history, accreditations = excluded.accreditations,
                      copied_at = excluded.copied_at
                    """)
                .bind("id", organisation.organisationId())
                .bind("did", organisation.did())
                .bind("name", organisation.name())
                .bind("country", organisation.country())
                .bind("governance", organisation.governanceModel().name())
                .bind("state", organisation.state().name())
                .bind("history", text(organisation.history()))
                .bind("accreditations", text(accreditations(organisation)))
                .bind("now", clock.instant())
                .execute());
  }

  private static List<Accreditation> accreditations(OrganisationChangedV1 organisation) {
    return organisation.accreditations() == null ? List.of() : organisation.accreditations();
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
  public void keep(IssuingRightChangedV1 right) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into issuing_right (id, definition, creator, holder, history, copied_at)
                    values (:id, :definition, :creator, :holder, cast(:history as jsonb), :now)
                    on conflict (id) do update set
                      definition = excluded.definition, creator = excluded.creator,
                      holder = excluded.holder, history = excluded.history,
                      copied_at = excluded.copied_at
                    """)
                .bind("id", right.rightId())
                .bind("definition", right.definitionId())
                .bind("creator", right.creatorId())
                .bind("holder", right.issuerId())
                .bind("history", text(right.history()))
                .bind("now", clock.instant())
                .execute());
  }

  @Override
  public Optional<KnownOrganisation> organisation(String did) {
    return copy.read(
        sql ->
            sql.createQuery(
                    "select id, name, history, accreditations from organisation where did = :did")
                .bind("did", did)
                .map((row, _) -> organisation(row))
                .findOne());
  }

  @Override
  public boolean knowsOrganisationsOf(Did registry) {
    return copy.read(
        sql ->
            sql.createQuery(
                    "select exists(select 1 from organisation where starts_with(did, :prefix))")
                .bind("prefix", registry.value() + ":organisations:")
                .mapTo(Boolean.class)
                .one());
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

  @Override
  public Optional<Did> creator(UUID definition) {
    return copy.read(
        sql ->
            sql.createQuery(
                    """
                    select o.did from organisation o join definition d on d.organisation = o.id
                    where d.id = :definition order by d.version limit 1
                    """)
                .bind("definition", definition)
                .map((row, _) -> new Did(row.getString("did")))
                .findOne());
  }

  @Override
  public List<KnownRight> rights(UUID definition, String holder) {
    // Only what the definition's own creator granted: nobody else can.
    return copy.read(
        sql ->
            sql.createQuery(
                    """
                    select r.id, r.history from issuing_right r join organisation o on o.id = r.holder
                    where r.definition = :definition and o.did = :holder
                      and r.creator in (select organisation from definition where id = :definition)
                    order by r.id
                    """)
                .bind("definition", definition)
                .bind("holder", holder)
                .map(
                    (row, _) ->
                        new KnownRight(
                            row.getObject("id", UUID.class),
                            list(row, "history", TermsSince[].class)))
                .list());
  }

  private KnownOrganisation organisation(ResultSet row) throws SQLException {
    return new KnownOrganisation(
        row.getObject("id", UUID.class),
        row.getString("name"),
        list(row, "history", StateSince[].class),
        list(row, "accreditations", Accreditation[].class));
  }

  private <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
    try {
      return List.of(json.readValue(row.getString(column), type));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was kept cannot be read", e);
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
