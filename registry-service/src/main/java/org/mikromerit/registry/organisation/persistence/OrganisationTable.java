package org.mikromerit.registry.organisation.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.chain.RowNotes;
import org.mikromerit.kit.sql.Words;
import org.mikromerit.registry.organisation.DatedState;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;
import org.mikromerit.registry.organisation.Profile;

@ApplicationScoped
class OrganisationTable implements Organisations {
  private static final String TABLE = "organisation";
  private static final String WITH_HISTORY =
      """
      select o.id, o.did, o.name, o.country, o.region, o.contact_url, o.governance_model, o.version,
             h.state, h.since, h.reason
      from chosen o join organisation_history h on h.organisation = o.id
      order by o.id, h.position
      """;

  private final Jdbi jdbi;
  private final RowNotes notes;

  OrganisationTable(Jdbi jdbi, RowNotes notes) {
    this.jdbi = jdbi;
    this.notes = notes;
  }

  @Override
  public boolean add(Organisation organisation) {
    return jdbi.withHandle(
        sql -> {
          int added =
              sql.createUpdate(
                      """
                      insert into organisation (id, did, name, country, region, contact_url, governance_model, state, version)
                      values (:id, :did, :name, :country, :region, :contactUrl, :governanceModel, :state, :version)
                      on conflict (id) do nothing
                      """)
                  .bind("id", organisation.id())
                  .bind("did", organisation.did())
                  .bind("name", organisation.profile().name())
                  .bind("country", organisation.profile().country())
                  .bind("region", organisation.profile().region())
                  .bind("contactUrl", text(organisation.profile().contactUrl()))
                  .bind("governanceModel", organisation.profile().governanceModel().name())
                  .bind("state", organisation.state().name())
                  .bind("version", organisation.version())
                  .execute();
          if (added == 1) {
            addStanding(sql, organisation);
            notes.changed(TABLE, organisation.id());
          }
          return added == 1;
        });
  }

  @Override
  public Optional<Organisation> locked(UUID id) {
    return jdbi.withHandle(
        sql -> {
          // Locked first and read after: a statement sees what was there when it began, so one that
          // waited for the
          // lock would see the history as it was before whoever held it.
          boolean there =
              sql.createQuery("select true from organisation where id = :id for update")
                  .bind("id", id)
                  .mapTo(Boolean.class)
                  .findOne()
                  .isPresent();
          return there ? find(id) : Optional.empty();
        });
  }

  @Override
  public void update(Organisation changed) {
    notes.changing(TABLE, changed.id());
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  update organisation
                  set name = :name, country = :country, region = :region, contact_url = :contactUrl,
                      governance_model = :governanceModel, state = :state, version = :version
                  where id = :id
                  """)
              .bind("name", changed.profile().name())
              .bind("country", changed.profile().country())
              .bind("region", changed.profile().region())
              .bind("contactUrl", text(changed.profile().contactUrl()))
              .bind("governanceModel", changed.profile().governanceModel().name())
              .bind("state", changed.state().name())
              .bind("version", changed.version())
              .bind("id", changed.id())
              .execute();
          addStanding(sql, changed);
        });
    notes.changed(TABLE, changed.id());
  }

  @Override
  public Optional<Organisation> find(UUID id) {
    return jdbi.withHandle(
        sql ->
            organisations(
                    sql.createQuery(
                            "with chosen as (select * from organisation where id = :id)"
                                + WITH_HISTORY)
                        .bind("id", id))
                .stream()
                .findFirst());
  }

  @Override
  public Map<UUID, Contact> contacts(Collection<UUID> ids) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select id, name, contact_url from organisation where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .reduceRows(
                    new HashMap<UUID, Contact>(),
                    (contacts, row) -> {
                      String page = row.getColumn("contact_url", String.class);
                      contacts.put(
                          row.getColumn("id", UUID.class),
                          new Contact(
                              row.getColumn("name", String.class),
                              page == null ? null : URI.create(page)));
                      return contacts;
                    }));
  }

  @Override
  public List<Organisation> all(UUID after, int atMost) {
    return page("id > :after", after, atMost);
  }

  @Override
  public List<Organisation> found(
      Words words, Optional<OrganisationState> state, UUID after, int atMost) {
    Map<String, String> wanted = new HashMap<>(words.parameters());
    state.ifPresent(each -> wanted.put("state", each.name()));
    return page(
        "id > :after and " + words.in("name") + (state.isPresent() ? " and state = :state" : ""),
        wanted,
        after,
        atMost);
  }

  @Override
  public List<Organisation> authorised(UUID after, int atMost) {
    return page("id > :after and state = 'AUTHORISED'", after, atMost);
  }

  @Override
  public List<Organisation> everAuthorised(UUID after, int atMost) {
    return page(
        """
        id > :after and exists (
          select from organisation_history past
          where past.organisation = organisation.id and past.state = 'AUTHORISED')
        """,
        after,
        atMost);
  }

  private List<Organisation> page(String condition, UUID after, int atMost) {
    return page(condition, Map.of(), after, atMost);
  }

  private List<Organisation> page(
      String condition, Map<String, String> parameters, UUID after, int atMost) {
    return jdbi.withHandle(
        sql ->
            organisations(
                sql.createQuery(
                        "with chosen as (select * from organisation where "
                            + condition
                            + " order by id limit :atMost)"
                            + WITH_HISTORY)
                    .bindMap(parameters)
                    .bind("after", after)
                    .bind("atMost", atMost)));
  }

  private static void addStanding(Handle sql, Organisation organisation) {
    DatedState standing = organisation.standing();
    sql.createUpdate(
            """
            insert into organisation_history (organisation, position, state, reason, since)
            values (:organisation, :position, :state, :reason, :since)
            on conflict (organisation, position) do nothing
            """)
        .bind("organisation", organisation.id())
        .bind("position", organisation.history().size())
        .bind("state", standing.state().name())
        .bind("reason", standing.reason())
        .bind("since", standing.since())
        .execute();
  }

  private static List<Organisation> organisations(Query query) {
    Map<UUID, Organisation> byId = new LinkedHashMap<>();
    query
        .map((row, _) -> organisation(row))
        .forEach(next -> byId.merge(next.id(), next, OrganisationTable::joined));
    return List.copyOf(byId.values());
  }

  /** One row is the organisation with one of its states. */
  private static Organisation organisation(ResultSet row) throws SQLException {
    return new Organisation(
        row.getObject("id", UUID.class),
        row.getString("did"),
        new Profile(
            row.getString("name"),
            row.getString("country"),
            row.getString("region"),
            uri(row.getString("contact_url")),
            GovernanceModel.valueOf(row.getString("governance_model"))),
        row.getLong("version"),
        List.of(
            new DatedState(
                OrganisationState.valueOf(row.getString("state")),
                instant(row, "since"),
                row.getString("reason"))));
  }

  private static Organisation joined(Organisation first, Organisation next) {
    List<DatedState> history = new ArrayList<>(first.history());
    history.addAll(next.history());
    return new Organisation(first.id(), first.did(), first.profile(), first.version(), history);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable URI uri(@Nullable String text) {
    return text == null ? null : URI.create(text);
  }

  private static @Nullable String text(@Nullable URI uri) {
    return uri == null ? null : uri.toString();
  }
}
