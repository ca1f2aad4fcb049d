package org.mikromerit.issuer.issuance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.issuance.CredentialSummary;
import org.mikromerit.issuer.issuance.Credentials;
import org.mikromerit.issuer.issuance.IssuedCredential;
import org.mikromerit.issuer.learner.LearnerKey;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.issuer.learner.LearnerKeys;

@ApplicationScoped
class SqlCredentials implements Credentials {
  private final Jdbi jdbi;
  private final LearnerKeys learnerKeys;
  private final LearnerKeyWrapping wrapping;

  SqlCredentials(Jdbi jdbi, LearnerKeys learnerKeys, LearnerKeyWrapping wrapping) {
    this.jdbi = jdbi;
    this.learnerKeys = learnerKeys;
    this.wrapping = wrapping;
  }

  @Override
  public void add(IssuedCredential credential) {
    LearnerKey learnerKey = learnerKeys.of(credential.learnerRef());
    jdbi.useHandle(
        sql ->
            // One statement for all rows: fewer round trips on the path that everything waits for.
            sql.createUpdate(
                    """
                    with issued as (
                      insert into credential (id, organisation, definition, definition_version, learner_ref, kind,
                                              certification_level, signing_key, digest, awarded_at, issued_at,
                                              external_reference, issuing_right)
                      values (:id, :organisation, :definition, :version, :learnerRef, :kind,
                              :level, :key, :digest, :awardedAt, :issuedAt, :externalReference,
                              cast(:right as uuid))
                      returning id, organisation, issued_at),
                    kept as (
                      insert into credential_body (credential, learner_key, sealed)
                      select id, :learnerKey, :sealed from issued)
                    insert into credential_status (credential, organisation, status_list, status_index, status, since, sequence)
                    select id, organisation, :list, :index, 'VALID', issued_at, 1 from issued
                    """)
                .bind("id", credential.id())
                .bind("organisation", credential.organisation())
                .bind("definition", credential.definition())
                .bind("version", credential.definitionVersion())
                .bind("learnerRef", credential.learnerRef())
                .bind("kind", credential.kind().name())
                .bind("level", credential.certificationLevel().name())
                .bind("key", credential.key())
                .bind("learnerKey", learnerKey.id())
                .bind("sealed", learnerKey.seal(credential.id(), credential.body()))
                .bind("digest", credential.digest())
                .bind("awardedAt", credential.awardedAt())
                .bind("issuedAt", credential.issuedAt())
                .bind("externalReference", credential.externalReference())
                .bind("right", credential.issuingRight())
                .bind("list", credential.place().list())
                .bind("index", credential.place().index())
                .execute());
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
  public List<CredentialSummary> list(UUID organisation, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select c.id, c.definition, c.definition_version, c.awarded_at, c.issued_at, s.status,
                           c.external_reference
                      from credential c join credential_status s on s.credential = c.id
                     where c.organisation = :organisation and c.id > :after
                     order by c.id limit :most
                    """)
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new CredentialSummary(
                            row.getObject("id", UUID.class),
                            row.getObject("definition", UUID.class),
                            row.getInt("definition_version"),
                            row.getTimestamp("awarded_at").toInstant(),
                            row.getTimestamp("issued_at").toInstant(),
                            CredentialStatus.valueOf(row.getString("status")),
                            row.getString("external_reference")))
                .list());
  }
}
