package org.mikromerit.issuer.issuance.persistence;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.issuer.definition.Draft.Text;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.issuance.CredentialSummary;
import org.mikromerit.issuer.issuance.Credentials;
import org.mikromerit.issuer.issuance.IssuedCredential;
import org.mikromerit.issuer.learner.LearnerKey;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.issuer.learner.LearnerKeys;
import org.mikromerit.kit.sql.Columns;

@ApplicationScoped
class SqlCredentials implements Credentials {
  private static final String SUMMARY =
      """
      select c.id, c.definition, c.definition_version, c.awarded_at, c.issued_at, s.status,
             c.external_reference, v.content #>> '{title,sv}' as sv, v.content #>> '{title,en}' as en
        from credential c
        join credential_status s on s.credential = c.id
        join definition_version v on (v.definition, v.version) = (c.definition, c.definition_version)
       where c.organisation = :organisation
      """;

  private final Jdbi jdbi;
  private final LearnerKeys learnerKeys;
  private final LearnerKeyWrapping wrapping;

  SqlCredentials(Jdbi jdbi, LearnerKeys learnerKeys, LearnerKeyWrapping wrapping) {
    this.jdbi = jdbi;
    this.learnerKeys = learnerKeys;
    this.wrapping = wrapping;
  }

  @Override
  public void add(List<IssuedCredential> credentials) {
    Map<String, LearnerKey> keys =
        learnerKeys.of(credentials.stream().map(IssuedCredential::learnerRef).collect(toSet()));
    var each =
        Columns.of(
            credentials.stream()
                .map(issued -> Row.of(issued, requireNonNull(keys.get(issued.learnerRef()))))
                .toList());
    jdbi.useHandle(
        sql ->
            // One statement for all rows: fewer round trips on the path that everything waits for.
            sql.createUpdate(
                    """
                    with told as (
                      select * from unnest(:ids, :organisations, :definitions, :versions, :learnerRefs, :kinds,
                                           :levels, :keys, :digests, :awardedAts, :issuedAts, :references,
                                           :rights, :learnerKeys, :sealed, :lists, :indexes)
                        as told (id, organisation, definition, definition_version, learner_ref, kind,
                                 certification_level, signing_key, digest, awarded_at, issued_at,
                                 external_reference, issuing_right, learner_key, sealed, status_list, status_index)),
                    issued as (
                      insert into credential (id, organisation, definition, definition_version, learner_ref, kind,
                                              certification_level, signing_key, digest, awarded_at, issued_at,
                                              external_reference, issuing_right)
                      select id, organisation, definition, definition_version, learner_ref, kind,
                             certification_level, signing_key, digest, awarded_at, issued_at,
                             external_reference, issuing_right
                        from told),
                    kept as (
                      insert into credential_body (credential, learner_key, sealed)
                      select id, learner_key, sealed from told)
                    insert into credential_status (credential, organisation, status_list, status_index, status, since, sequence)
                    select id, organisation, status_list, status_index, 'VALID', issued_at, 1 from told
                    """)
                .bind("ids", each.uuids(row -> row.issued().id()))
                .bind("organisations", each.uuids(row -> row.issued().organisation()))
                .bind("definitions", each.uuids(row -> row.issued().definition()))
                .bind("versions", each.numbers(row -> (long) row.issued().definitionVersion()))
                .bind("learnerRefs", each.texts(row -> row.issued().learnerRef()))
                .bind("kinds", each.texts(row -> row.issued().kind().name()))
                .bind("levels", each.texts(row -> row.issued().certificationLevel().name()))
                .bind("keys", each.uuids(row -> row.issued().key()))
                .bind("digests", each.texts(row -> row.issued().digest()))
                .bind("awardedAts", each.times(row -> row.issued().awardedAt()))
                .bind("issuedAts", each.times(row -> row.issued().issuedAt()))
                .bind("references", each.texts(row -> row.issued().externalReference()))
                .bind("rights", each.uuids(row -> row.issued().issuingRight()))
                .bind("learnerKeys", each.uuids(Row::learnerKey))
                .bind("sealed", each.bytes(Row::sealed))
                .bind("lists", each.uuids(row -> row.issued().place().list()))
                .bind("indexes", each.numbers(row -> (long) row.issued().place().index()))
                .execute());
  }

  /** A credential with its document, sealed. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Row(IssuedCredential issued, UUID learnerKey, byte[] sealed) {
    static Row of(IssuedCredential issued, LearnerKey key) {
      return new Row(issued, key.id(), key.seal(issued.id(), issued.body()));
    }
  }

  @Override
  public Optional<Body> body(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select k.id as key, k.wrapped_key, b.sealed
                      from credential c
                      left join credential_body b on b.credential = c.id
                      left join learner_key k on k.id = b.learner_key
                     where c.organisation = :organisation and c.id = :id
                    """)
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> body(id, row))
                .findOne());
  }

  private Body body(UUID credential, ResultSet row) throws SQLException {
    return Body.open(
        wrapping,
        credential,
        row.getObject("key", UUID.class),
        row.getBytes("wrapped_key"),
        row.getBytes("sealed"));
  }

  @Override
  public Optional<CredentialSummary> find(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(SUMMARY + "and c.id = :id")
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> summary(row))
                .findOne());
  }

  @Override
  public List<CredentialSummary> list(
      UUID organisation, boolean newestFirst, UUID beyond, int most) {
    String part =
        newestFirst
            ? "and c.id < :beyond order by c.id desc limit :most"
            : "and c.id > :beyond order by c.id limit :most";
    return jdbi.withHandle(
        sql ->
            sql.createQuery(SUMMARY + part)
                .bind("organisation", organisation)
                .bind("beyond", beyond)
                .bind("most", most)
                .map((row, _) -> summary(row))
                .list());
  }

  private static CredentialSummary summary(ResultSet row) throws SQLException {
    return new CredentialSummary(
        row.getObject("id", UUID.class),
        row.getObject("definition", UUID.class),
        row.getInt("definition_version"),
        new Text(row.getString("sv"), row.getString("en")),
        row.getTimestamp("awarded_at").toInstant(),
        row.getTimestamp("issued_at").toInstant(),
        CredentialStatus.valueOf(row.getString("status")),
        row.getString("external_reference"));
  }
}
