package org.mikromerit.issuer.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
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
                    "select id, name, country, governance_model, state from organisation where id = :id")
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Organisation(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("country"),
                            GovernanceModel.valueOf(row.getString("governance_model")),
                            OrganisationState.valueOf(row.getString("state"))))
                .findOne());
  }

  @Override
  public void put(Organisation organisation) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into organisation (id, name, country, governance_model, state)
                    values (:id, :name, :country, :governance, :state)
                    on conflict (id) do update
                       set name = excluded.name, country = excluded.country,
                           governance_model = excluded.governance_model, state = excluded.state
                    """)
                .bind("id", organisation.id())
                .bind("name", organisation.name())
                .bind("country", organisation.country())
                .bind("governance", organisation.governance().name())
                .bind("state", organisation.state().name())
                .execute());
  }
}
