package org.mikromerit.issuer.definition.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.issuer.definition.Definition;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.issuer.definition.Draft;
import org.mikromerit.issuer.definition.PublishedDefinition;

@ApplicationScoped
class SqlDefinitions implements Definitions {
  private static final String DEFINITION =
      "select id, organisation, draft, newest_version, created_at, updated_at from definition ";
  private static final String VERSION =
      "select definition, version, organisation, content, governance_model, published_at from definition_version ";

  private final Jdbi jdbi;
  private final ObjectMapper json;

  SqlDefinitions(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public void add(Definition definition) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into definition (id, organisation, draft, newest_version, created_at, updated_at)
                    values (:id, :organisation, cast(:draft as jsonb), :newestVersion, :createdAt, :updatedAt)
                    """)
                .bind("id", definition.id())
                .bind("organisation", definition.organisation())
                .bind("draft", text(definition.draft()))
                .bind("newestVersion", definition.newestVersion())
                .bind("createdAt", definition.createdAt())
                .bind("updatedAt", definition.updatedAt())
                .execute());
  }

  @Override
  public Optional<Definition> find(UUID organisation, UUID id) {
    return find(organisation, id, "");
  }

  @Override
  public Optional<Definition> lock(UUID organisation, UUID id) {
    return find(organisation, id, " for update");
  }

  private Optional<Definition> find(UUID organisation, UUID id, String lock) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(DEFINITION + "where organisation = :organisation and id = :id" + lock)
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> definition(row))
                .findOne());
  }

  @Override
  public List<Definition> list(UUID organisation, UUID after, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    DEFINITION
                        + "where organisation = :organisation and id > :after order by id limit :most")
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) -> definition(row))
                .list());
  }

  @Override
  public void redraft(Definition definition) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update definition set draft = cast(:draft as jsonb), updated_at = :updatedAt where id = :id")
                .bind("draft", text(definition.draft()))
                .bind("updatedAt", definition.updatedAt())
                .bind("id", definition.id())
                .execute());
  }

  @Override
  public void publish(PublishedDefinition version) {
    jdbi.useHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into definition_version
                    (definition, version, organisation, content, governance_model, published_at)
                  values (:id, :version, :organisation, cast(:content as jsonb), :governance, :publishedAt)
                  """)
              .bind("id", version.id())
              .bind("version", version.version())
              .bind("organisation", version.organisation())
              .bind("content", text(version.content()))
              .bind("governance", version.governance().name())
              .bind("publishedAt", version.publishedAt())
              .execute();
          sql.createUpdate("update definition set newest_version = :version where id = :id")
              .bind("version", version.version())
              .bind("id", version.id())
              .execute();
        });
  }

  @Override
  public Optional<PublishedDefinition> version(UUID organisation, UUID id, int version) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    VERSION
                        + "where organisation = :organisation and definition = :id and version = :version")
                .bind("organisation", organisation)
                .bind("id", id)
                .bind("version", version)
                .map((row, _) -> published(row))
                .findOne());
  }

  @Override
  public Optional<PublishedDefinition> publishedByAnybody(UUID id, int version) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(VERSION + "where definition = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .map((row, _) -> published(row))
                .findOne());
  }

  @Override
  public Optional<PublishedDefinition> newestVersion(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    VERSION
                        + "where organisation = :organisation and definition = :id"
                        + " order by version desc limit 1")
                .bind("organisation", organisation)
                .bind("id", id)
                .map((row, _) -> published(row))
                .findOne());
  }

  @Override
  public List<PublishedDefinition> versionsAfter(UUID definition, int version, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    VERSION
                        + "where (definition, version) > (:definition, :version)"
                        + " order by definition, version limit :most")
                .bind("definition", definition)
                .bind("version", version)
                .bind("most", most)
                .map((row, _) -> published(row))
                .list());
  }

  private Definition definition(ResultSet row) throws SQLException {
    return new Definition(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        draft(row.getString("draft")),
        row.getInt("newest_version"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private PublishedDefinition published(ResultSet row) throws SQLException {
    return new PublishedDefinition(
        row.getObject("definition", UUID.class),
        row.getInt("version"),
        row.getObject("organisation", UUID.class),
        draft(row.getString("content")),
        GovernanceModel.valueOf(row.getString("governance_model")),
        row.getTimestamp("published_at").toInstant());
  }

  private String text(Draft draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A draft that was read can be written", e);
    }
  }

  private Draft draft(String text) {
    try {
      return json.readValue(text, Draft.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A draft that was written can be read", e);
    }
  }
}
