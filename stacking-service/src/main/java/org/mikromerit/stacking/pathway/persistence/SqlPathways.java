package org.mikromerit.stacking.pathway.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Words;
import org.mikromerit.stacking.pathway.Pathway;
import org.mikromerit.stacking.pathway.Pathways;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.pathway.Rule;
import org.mikromerit.stacking.pathway.RuleJson;
import org.mikromerit.stacking.pathway.Title;

@ApplicationScoped
class SqlPathways implements Pathways {
  private final Jdbi jdbi;
  private final ObjectMapper json;

  SqlPathways(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public void add(Pathway pathway) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into pathway (id, organisation, title_sv, title_en, rule, created_at, changed_at)
                    values (:id, :organisation, :sv, :en, cast(:rule as jsonb), :createdAt, :changedAt)
                    """)
                .bind("id", pathway.id())
                .bind("organisation", pathway.organisation())
                .bind("sv", pathway.title().sv())
                .bind("en", pathway.title().en())
                .bind("rule", RuleJson.write(pathway.rule()).toString())
                .bind("createdAt", pathway.createdAt())
                .bind("changedAt", pathway.changedAt())
                .execute());
  }

  @Override
  public void change(Pathway pathway) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update pathway
                    set title_sv = :sv, title_en = :en, rule = cast(:rule as jsonb), changed_at = :changedAt
                    where id = :id
                    """)
                .bind("id", pathway.id())
                .bind("sv", pathway.title().sv())
                .bind("en", pathway.title().en())
                .bind("rule", RuleJson.write(pathway.rule()).toString())
                .bind("changedAt", pathway.changedAt())
                .execute());
  }

  @Override
  public Optional<Pathway> ownedBy(UUID organisation, UUID id) {
    return jdbi.withHandle(
        sql ->
            owned(
                sql,
                organisation,
                id,
                "select * from pathway where id = :id and organisation = :organisation"));
  }

  @Override
  public Optional<Pathway> ownedByForChange(UUID organisation, UUID id) {
    // "no key": a learner's progress may refer to the pathway meanwhile, else both could deadlock.
    return jdbi.withHandle(
        sql ->
            owned(
                sql,
                organisation,
                id,
                "select * from pathway where id = :id and organisation = :organisation for no key update"));
  }

  private Optional<Pathway> owned(Handle sql, UUID organisation, UUID id, String query) {
    return sql.createQuery(query)
        .bind("id", id)
        .bind("organisation", organisation)
        .map((row, _) -> pathway(row))
        .findOne();
  }

  @Override
  public List<Pathway> listedFor(UUID organisation, UUID after, int limit) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from pathway where organisation = :organisation and id > :after
                    order by id limit :limit
                    """)
                .bind("organisation", organisation)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> pathway(row))
                .list());
  }

  @Override
  public void publish(PublishedPathway version) {
    jdbi.useHandle(
        sql -> {
          lock(sql, "pg_advisory_xact_lock", version.rule().definitions().toList());
          addVersion(sql, version);
          index(sql, version);
          sql.createUpdate("update pathway set newest = :version where id = :id")
              .bind("version", version.version())
              .bind("id", version.id())
              .execute();
        });
  }

  private static void addVersion(Handle sql, PublishedPathway version) {
    sql.createUpdate(
            """
            insert into pathway_version (pathway, version, title_sv, title_en, rule, published_at)
            values (:id, :version, :sv, :en, cast(:rule as jsonb), :publishedAt)
            """)
        .bind("id", version.id())
        .bind("version", version.version())
        .bind("sv", version.title().sv())
        .bind("en", version.title().en())
        .bind("rule", RuleJson.write(version.rule()).toString())
        .bind("publishedAt", version.publishedAt())
        .execute();
  }

  private static void index(Handle sql, PublishedPathway version) {
    sql.createUpdate(
            """
            insert into pathway_definition (definition, pathway, version)
            select unnest(:definitions), :id, :version
            """)
        .bind("definitions", version.rule().definitions().toArray(UUID[]::new))
        .bind("id", version.id())
        .bind("version", version.version())
        .execute();
  }

  @Override
  public List<PublishedPathway> newest(Set<UUID> ids) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select p.id, p.organisation, v.version, v.title_sv, v.title_en, v.rule, v.published_at
                    from pathway p join pathway_version v on v.pathway = p.id and v.version = p.newest
                    where p.id = any(:ids)
                    """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map((row, _) -> publishedPathway(row))
                .list());
  }

  @Override
  public List<PublishedPathway> published(Words words, UUID after, int limit) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select p.id, p.organisation, v.version, v.title_sv, v.title_en, v.rule, v.published_at
                    from pathway p join pathway_version v on v.pathway = p.id and v.version = p.newest
                    where p.id > :after and %s
                    order by p.id limit :limit
                    """
                        .formatted(words.in("v.title_sv || chr(10) || v.title_en")))
                .bindMap(words.parameters())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> publishedPathway(row))
                .list());
  }

  @Override
  public Optional<PublishedPathway> version(UUID id, int version) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select p.id, p.organisation, v.version, v.title_sv, v.title_en, v.rule, v.published_at
                    from pathway p join pathway_version v on v.pathway = p.id
                    where p.id = :id and v.version = :version
                    """)
                .bind("id", id)
                .bind("version", version)
                .map((row, _) -> publishedPathway(row))
                .findOne());
  }

  @Override
  public Map<UUID, Set<UUID>> concernedBy(Set<UUID> definitions) {
    return jdbi.withHandle(
        sql -> {
          // In a statement of its own: what is read after it is what the locks keep.
          lock(sql, "pg_advisory_xact_lock_shared", definitions);
          return sql
              .createQuery(
                  """
                  select d.definition, p.id from pathway_definition d
                  join pathway p on p.id = d.pathway and p.newest = d.version
                  where d.definition = any(:definitions)
                  """)
              .bind("definitions", definitions.toArray(UUID[]::new))
              .map(
                  (row, _) ->
                      Map.entry(
                          row.getObject("definition", UUID.class), row.getObject("id", UUID.class)))
              .stream()
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        });
  }

  /** In one order, so that those who lock the same definitions wait rather than deadlock. */
  private static void lock(Handle sql, String how, Collection<UUID> definitions) {
    sql.createQuery(
            """
            select count(*) from unnest(:definitions) as asked (definition),
              lateral %s(hashtextextended(definition, 0)) as held
            """
                .formatted(how))
        .bind(
            "definitions", definitions.stream().map(UUID::toString).sorted().toArray(String[]::new))
        .mapTo(Long.class)
        .one();
  }

  private Pathway pathway(ResultSet row) throws SQLException {
    return new Pathway(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        new Title(row.getString("title_sv"), row.getString("title_en")),
        rule(row.getString("rule")),
        row.getInt("newest"),
        instant(row, "created_at"),
        instant(row, "changed_at"));
  }

  private PublishedPathway publishedPathway(ResultSet row) throws SQLException {
    return new PublishedPathway(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getInt("version"),
        new Title(row.getString("title_sv"), row.getString("title_en")),
        rule(row.getString("rule")),
        instant(row, "published_at"));
  }

  private Rule rule(String kept) {
    try {
      return switch (RuleJson.read(json.readTree(kept))) {
        case RuleJson.Understood(Rule rule) -> rule;
        case RuleJson.Faulty(var faults) ->
            throw new IllegalStateException("A kept rule is none: " + faults);
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept rule is not JSON", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
