package org.mikromerit.issuer.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.issuer.organisation.Organisations;

@ApplicationScoped
class SqlOrganisations implements Organisations {
  private final Jdbi jdbi;

  SqlOrganisations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Organisation> find(UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select id, name, country, governance_model, state, state_since, state_reason
                      from organisation where id = :id
                    """)
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Organisation(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("country"),
                            GovernanceModel.valueOf(row.getString("governance_model")),
                            OrganisationState.valueOf(row.getString("state")),
                            instant(row, "state_since"),
                            row.getString("state_reason")))
                .findOne());
  }

  @Override
  public void put(Organisation organisation) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into organisation (id, name, country, governance_model, state, state_since, state_reason)
                    values (:id, :name, :country, :governance, :state, cast(:since as timestamptz), :reason)
                    on conflict (id) do update
                       set name = excluded.name, country = excluded.country,
                           governance_model = excluded.governance_model, state = excluded.state,
                           state_since = excluded.state_since, state_reason = excluded.state_reason
                    """)
                .bind("id", organisation.id())
                .bind("name", organisation.name())
                .bind("country", organisation.country())
                .bind("governance", organisation.governance().name())
                .bind("state", organisation.state().name())
                .bind("since", organisation.since())
                .bind("reason", organisation.reason())
                .execute());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
