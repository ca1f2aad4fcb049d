package org.mikromerit.registry.publication.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.registry.publication.StatusList;
import org.mikromerit.registry.publication.StatusLists;

@ApplicationScoped
class StatusListTable implements StatusLists {
  private final Jdbi jdbi;

  StatusListTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(StatusList list) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into status_list as known
                      (id, organisation, purpose, version, credential, token, issued_at, valid_until)
                    values (:id, :organisation, :purpose, :version, :credential, :token, :issuedAt, :validUntil)
                    on conflict (id) do update set
                      version = excluded.version,
                      credential = excluded.credential,
                      token = excluded.token,
                      issued_at = excluded.issued_at,
                      valid_until = excluded.valid_until
                    where known.version < excluded.version
                    """)
                .bind("id", list.id())
                .bind("organisation", list.organisation())
                .bind("purpose", list.purpose())
                .bind("version", list.version())
                .bind("credential", list.credential())
                .bind("token", list.token())
                .bind("issuedAt", list.issuedAt())
                .bind("validUntil", list.validUntil())
                .execute());
  }

  @Override
  public Optional<StatusList> find(UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select * from status_list where id = :id")
                .bind("id", id)
                .map((row, _) -> list(row))
                .findOne());
  }

  private static StatusList list(ResultSet row) throws SQLException {
    return new StatusList(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("purpose"),
        row.getInt("version"),
        row.getString("credential"),
        instant(row, "issued_at"),
        instant(row, "valid_until"),
        row.getString("token"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
