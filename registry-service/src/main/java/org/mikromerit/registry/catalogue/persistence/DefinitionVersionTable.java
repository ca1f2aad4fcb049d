package org.mikromerit.registry.catalogue.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.UnreadableEvent;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.kit.sql.Words;
import org.mikromerit.registry.catalogue.Catalogue;

@ApplicationScoped
class DefinitionVersionTable implements Catalogue {
  private final Jdbi jdbi;

  DefinitionVersionTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(DefinitionPublishedV1 definition) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into definition_version (definition, version, organisation, content, published_at)
                    values (:definition, :version, :organisation, cast(:content as jsonb), :publishedAt)
                    on conflict (definition, version) do nothing
                    """)
                .bind("definition", definition.definitionId())
                .bind("version", definition.version())
                .bind("organisation", definition.organisationId())
                .bind("content", new String(EventCodec.toJson(definition), StandardCharsets.UTF_8))
                .bind("publishedAt", definition.publishedAt())
                .execute());
  }

  @Override
  public Optional<DefinitionPublishedV1> version(UUID definition, int version) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select content from definition_version where definition = :definition and version = :version")
                .bind("definition", definition)
                .bind("version", version)
                .mapTo(String.class)
                .findOne()
                .map(DefinitionVersionTable::definition));
  }

  @Override
  public List<DefinitionPublishedV1> newest(Words words, Set<UUID> among, UUID after, int atMost) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select content from definition_version named
                    where definition > :after and %s
                      and (cardinality(cast(:among as uuid[])) = 0 or definition = any(:among))
                      and not exists (
                        select from definition_version newer
                        where newer.definition = named.definition and newer.version > named.version)
                    order by definition
                    limit :atMost
                    """
                        .formatted(words.in("definition_titles(content)")))
                .bindMap(words.parameters())
                .bindArray("among", UUID.class, among.toArray())
                .bind("after", after)
                .bind("atMost", atMost)
                .mapTo(String.class)
                .map(DefinitionVersionTable::definition)
                .list());
  }

  private static DefinitionPublishedV1 definition(String content) {
    try {
      return EventCodec.decode(
          DefinitionPublishedV1.class, content.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEvent e) {
      throw new IllegalStateException("a definition that was entered cannot be read back", e);
    }
  }
}
