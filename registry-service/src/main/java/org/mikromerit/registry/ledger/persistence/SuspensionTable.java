package org.mikromerit.registry.ledger.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.registry.ledger.Suspensions;

@ApplicationScoped
class SuspensionTable implements Suspensions {
  private final Jdbi jdbi;

  SuspensionTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(Suspension suspension) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into suspension (credential, issuer, reason, since)
                    values (:credential, :issuer, :reason, :since)
                    on conflict (credential) do update set
                      issuer = excluded.issuer, reason = excluded.reason, since = excluded.since
                    """)
                .bind("credential", suspension.credential())
                .bind("issuer", suspension.issuer())
                .bind("reason", suspension.reason())
                .bind("since", suspension.since())
                .execute());
  }

  @Override
  public void lift(UUID credential) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("delete from suspension where credential = :credential")
                .bind("credential", credential)
                .execute());
  }

  @Override
  public List<Suspension> among(Collection<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from suspension where credential = any(:credentials)")
                .bindArray("credentials", UUID.class, credentials.toArray())
                .map((row, _) -> suspension(row))
                .list());
  }

  private static Suspension suspension(ResultSet row) throws SQLException {
    return new Suspension(
        row.getObject("credential", UUID.class),
        row.getObject("issuer", UUID.class),
        row.getString("reason"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
