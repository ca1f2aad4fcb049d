package org.mikromerit.issuer.status.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.status.CredentialStatuses;
import org.mikromerit.issuer.status.StatusPlace;

@ApplicationScoped
class SqlCredentialStatuses implements CredentialStatuses {
  private final Jdbi jdbi;

  SqlCredentialStatuses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Standing> lock(UUID organisation, UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select s.credential, s.organisation, s.status_list, l.suspensions, s.status_index, s.status,
                           s.reason, c.issued_at, s.since, s.sequence
                      from credential_status s
                      join credential c on c.id = s.credential
                      left join status_list l on l.id = s.status_list
                     where s.organisation = :organisation and s.credential = :credential
                       for update of s
                    """)
                .bind("organisation", organisation)
                .bind("credential", credential)
                .map((row, _) -> standing(row))
                .findOne());
  }

  @Override
  public List<Standing> lockedChangedAfter(UUID credential, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select s.credential, s.organisation, s.status_list, l.suspensions, s.status_index, s.status,
                           s.reason, c.issued_at, s.since, s.sequence
                      from credential_status s
                      join credential c on c.id = s.credential
                      left join status_list l on l.id = s.status_list
                     where s.credential > :credential and s.sequence > 1
                     order by s.credential limit :most for share of s
                    """)
                .bind("credential", credential)
                .bind("most", most)
                .map((row, _) -> standing(row))
                .list());
  }

  @Override
  public void change(Change change) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into status_change (credential, sequence, status, reason, note, since, actor)
                  values (:credential, :sequence, :status, :reason, :note, :since, :actor)
                  """)
              .bind("credential", change.credential())
              .bind("sequence", change.sequence())
              .bind("status", change.status().name())
              .bind("reason", code(change.reason()))
              .bind("note", change.note())
              .bind("since", change.since())
              .bind("actor", change.actor())
              .execute();
          sql.createUpdate(
                  """
                  update credential_status
                     set status = :status, reason = :reason, since = :since, sequence = :sequence,
                         suspended = case :status when 'VALID' then false when 'SUSPENDED' then true else suspended end
                   where credential = :credential
                  """)
              .bind("status", change.status().name())
              .bind("reason", code(change.reason()))
              .bind("since", change.since())
              .bind("sequence", change.sequence())
              .bind("credential", change.credential())
              .execute();
        });
  }

  @Override
  public List<Change> changes(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select credential, sequence, status, reason, note, since, actor
                      from status_change where credential = :credential order by sequence
                    """)
                .bind("credential", credential)
                .map(
                    (row, _) ->
                        new Change(
                            row.getObject("credential", UUID.class),
                            row.getLong("sequence"),
                            CredentialStatus.valueOf(row.getString("status")),
                            reason(row.getString("reason")),
                            row.getString("note"),
                            row.getTimestamp("since").toInstant(),
                            row.getString("actor")))
                .list());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getObject("credential", UUID.class),
        row.getObject("organisation", UUID.class),
        new StatusPlace(
            row.getObject("status_list", UUID.class),
            row.getObject("suspensions", UUID.class),
            row.getInt("status_index")),
        CredentialStatus.valueOf(row.getString("status")),
        reason(row.getString("reason")),
        row.getTimestamp("issued_at").toInstant(),
        row.getTimestamp("since").toInstant(),
        row.getLong("sequence"));
  }

  private static @Nullable String code(@Nullable StatusReason reason) {
    return reason == null ? null : reason.code();
  }

  private static @Nullable StatusReason reason(@Nullable String code) {
    return code == null ? null : StatusReason.ofCode(code).orElseThrow();
  }
}
