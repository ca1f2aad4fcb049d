package org.mikromerit.issuer.vcapi.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.kit.replay.Replayable;

/**
 * Tells again what was signed in organisations' names as programs composed it, in the order of ids.
 * What is told never changes, so no row is locked.
 */
@ApplicationScoped
class ReplayGivenCredentials implements Replayable {
  private final Jdbi jdbi;

  ReplayGivenCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Topic topic() {
    return Topic.GIVEN_CREDENTIAL;
  }

  @Override
  public List<Announcement> after(@Nullable String cursor, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select c.*
                      from given_credential c join issuer_instance i on i.id = c.instance
                     where i.naming = 'ORGANISATION' and c.id > :after order by c.id limit :most
                    """)
                .bind("after", cursor == null ? new UUID(0, 0) : UUID.fromString(cursor))
                .bind("most", most)
                .map((row, _) -> announcement(row))
                .list());
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    var signed =
        new GivenCredentialSignedV1(
            row.getObject("id", UUID.class),
            row.getObject("organisation", UUID.class),
            row.getObject("signing_key", UUID.class),
            row.getString("digest"),
            row.getTimestamp("issued_at").toInstant());
    return new Announcement(signed, 1, signed.signedAt(), signed.credentialId().toString());
  }
}
