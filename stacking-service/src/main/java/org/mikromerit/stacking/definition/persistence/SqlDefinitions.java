package org.mikromerit.stacking.definition.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.stacking.definition.Definitions;

@ApplicationScoped
class SqlDefinitions implements Definitions {
  private final Jdbi jdbi;

  SqlDefinitions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void keep(DefinitionPublishedV1 definition) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into definition (id, version, organisation, kind, level)
                    values (:id, :version, :organisation, :kind, :level)
                    on conflict (id, version) do update
                      set organisation = excluded.organisation, kind = excluded.kind, level = excluded.level
                    """)
                .bind("id", definition.definitionId())
                .bind("version", definition.version())
                .bind("organisation", definition.organisationId())
                .bind("kind", definition.kind().name())
                .bind("level", definition.certificationLevel().name())
                .execute());
  }

  @Override
  public Map<UUID, Stackability> stackability(Collection<UUID> definitions) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select distinct on (id) id, kind, level from definition
                    where id = any(:ids) order by id, version desc
                    """)
                .bind("ids", definitions.toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getObject("id", UUID.class),
                            stackability(row.getString("kind"), row.getString("level"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Stackability stackability(String kind, String level) {
    return Definitions.stacks(CredentialKind.valueOf(kind), CertificationLevel.valueOf(level))
        ? Stackability.STACKS
        : Stackability.NEVER;
  }
}
