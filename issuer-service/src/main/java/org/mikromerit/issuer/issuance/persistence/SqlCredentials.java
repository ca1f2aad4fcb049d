package org.mikromerit.issuer.issuance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.issuer.issuance.CredentialSummary;
import org.mikromerit.issuer.issuance.Credentials;
import org.mikromerit.issuer.issuance.IssuedCredential;

@ApplicationScoped
class SqlCredentials implements Credentials {
  private final Jdbi jdbi;

  SqlCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(IssuedCredential credential) {
    jdbi.useHandle(
        sql ->
            // One statement for both rows: a round trip less on the path that everything waits for.
            sql.createUpdate(
                    """
                    with issued as (
                      insert into credential (id, organisation, definition, definition_version, learner_ref, kind,
                                              certification_level, signing_key, body, digest, awarded_at, issued_at,
                                              external_reference)
                      values (:id, :organisation, :definition, :version, :learnerRef, :kind,
                              :level, :key, :body, :digest, :awardedAt, :issuedAt, :externalReference)
                      returning id, organisation, issued_at)
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
                .bind("body", credential.body())
                .bind("digest", credential.digest())
                .bind("awardedAt", credential.awardedAt())
                .bind("issuedAt", credential.issuedAt())
                .bind("externalReference", credential.externalReference())
                .bind("list", credential.place().list())
                .bind("index", credential.place().index())
                .execute());
  }

  @Override
  public Optional<byte[]> body(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select body from credential where organisation = :organisation and id = :id")
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> row.getBytes("body"))
                .findOne());
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
