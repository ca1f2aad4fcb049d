package org.mikromerit.issuer.issuance.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.Topic;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.kit.replay.Replayable;

/**
 * Tells every issue again, in the order of ids. What is told never changes, so no row is locked;
 * learners who were erased are left out.
 */
@ApplicationScoped
class ReplayCredentials implements Replayable {
  private final Jdbi jdbi;

  ReplayCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Topic topic() {
    return Topic.CREDENTIAL;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select c.*, s.status_list, s.status_index, a.stack, a.pathway, a.pathway_version, a.attempt, a.parts
                      from credential c
                      join credential_body b on b.credential = c.id
                      join credential_status s on s.credential = c.id
                      left join award a on a.credential = c.id
                     where c.id > :after order by c.id limit :most
                    """)
                .bind("after", cursor == null ? new UUID(0, 0) : UUID.fromString(cursor))
                .bind("most", most)
                .map((row, _) -> announcement(row))
                .list());
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    CredentialIssuedV1 issued = issued(row);
    return new Announcement(issued, 1, issued.issuedAt(), issued.credentialId().toString());
  }

  private static CredentialIssuedV1 issued(ResultSet row) throws SQLException {
    return new CredentialIssuedV1(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("definition", UUID.class),
        row.getInt("definition_version"),
        row.getString("learner_ref"),
        CredentialKind.valueOf(row.getString("kind")),
        CertificationLevel.valueOf(row.getString("certification_level")),
        row.getObject("signing_key", UUID.class),
        row.getString("digest"),
        row.getTimestamp("awarded_at").toInstant(),
        row.getTimestamp("issued_at").toInstant(),
        row.getObject("status_list", UUID.class),
        row.getInt("status_index"),
        award(row),
        row.getObject("issuing_right", UUID.class));
  }

  private static CredentialIssuedV1.@Nullable Award award(ResultSet row) throws SQLException {
    UUID stack = row.getObject("stack", UUID.class);
    return stack == null
        ? null
        : new CredentialIssuedV1.Award(
            stack,
            row.getObject("pathway", UUID.class),
            row.getInt("pathway_version"),
            row.getInt("attempt"),
            List.of((UUID[]) row.getArray("parts").getArray()));
  }
}
