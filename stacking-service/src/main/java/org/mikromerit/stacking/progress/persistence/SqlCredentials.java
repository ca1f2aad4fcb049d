package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credential.CredentialIssuedV1.Award;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.stacking.definition.Definitions;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.Credentials;

@ApplicationScoped
class SqlCredentials implements Credentials {
  private final Jdbi jdbi;

  SqlCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Set<UUID> keep(List<CredentialIssuedV1> issued, Map<String, String> learners) {
    var each = Columns.of(issued);
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    // Sorted, so that two who keep the same ones wait in no circle.
                    """
                    with told as (
                      select * from unnest(:ids, :learners, :references, :organisations, :definitions, :mayStack,
                                           :awardedAt, :stacks, :pathways)
                        as told (id, learner, learner_ref, organisation, definition, may_stack,
                                 awarded_at, award_stack, award_pathway)),
                    known as (
                      select c.id from credential c join told on told.id = c.id where c.learner is not null),
                    kept as (
                      insert into credential
                        (id, learner, learner_ref, organisation, definition, may_stack,
                         awarded_at, award_stack, award_pathway)
                      select * from told order by id
                      on conflict (id) do update set
                        learner = excluded.learner, learner_ref = excluded.learner_ref,
                        organisation = excluded.organisation,
                        definition = excluded.definition, may_stack = excluded.may_stack,
                        awarded_at = excluded.awarded_at, award_stack = excluded.award_stack,
                        award_pathway = excluded.award_pathway
                      returning id)
                    select id from kept except select id from known
                    """)
                .bind("ids", each.uuids(CredentialIssuedV1::credentialId))
                .bind("learners", each.texts(one -> learners.get(one.learnerRef())))
                .bind("references", each.texts(CredentialIssuedV1::learnerRef))
                .bind("organisations", each.uuids(CredentialIssuedV1::organisationId))
                .bind("definitions", each.uuids(CredentialIssuedV1::definitionId))
                .bind(
                    "mayStack",
                    issued.stream().map(SqlCredentials::mayStack).toArray(Boolean[]::new))
                .bind("awardedAt", each.times(CredentialIssuedV1::awardedAt))
                .bind("stacks", each.uuids(one -> award(one, Award::stackId)))
                .bind("pathways", each.uuids(one -> award(one, Award::pathwayId)))
                .mapTo(UUID.class)
                .set());
  }

  private static boolean mayStack(CredentialIssuedV1 issued) {
    return Definitions.stacks(issued.kind(), issued.certificationLevel());
  }

  private static @Nullable UUID award(CredentialIssuedV1 issued, Function<Award, UUID> part) {
    Award award = issued.award();
    return award == null ? null : part.apply(award);
  }

  @Override
  public Set<UUID> give(String reference, String learner) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    update credential set learner = :learner where learner_ref = :reference
                    returning definition
                    """)
                .bind("learner", learner)
                .bind("reference", reference)
                .mapTo(UUID.class)
                .set());
  }

  @Override
  public Map<UUID, Issue> keepStatus(Map<UUID, Boolean> stands) {
    // The rows' locks make issue and change of one credential wait for each other.
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    with kept as (
                      insert into credential (id, revoked)
                      select id, not id = any(:standing) from unnest(:ids) as told (id) order by id
                      on conflict (id) do update set revoked = excluded.revoked
                      returning id, learner, definition)
                    select * from kept where learner is not null
                    """)
                .bind("ids", stands.keySet().toArray(UUID[]::new))
                .bind(
                    "standing",
                    stands.keySet().stream()
                        .filter(id -> stands.getOrDefault(id, false))
                        .toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getObject("id", UUID.class),
                            new Issue(
                                row.getString("learner"), row.getObject("definition", UUID.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Map<OnPathway, List<Standing>> standing(Map<OnPathway, PublishedPathway> asked) {
    // By identity: to hash a whole rule for each learner would cost more than all else here.
    var definitions = new IdentityHashMap<PublishedPathway, Set<UUID>>();
    for (PublishedPathway each : asked.values()) {
      definitions.computeIfAbsent(
          each, pathway -> pathway.rule().definitions().collect(Collectors.toSet()));
    }
    Map<String, List<Counting>> counting =
        counting(
            asked.keySet().stream().map(OnPathway::learner).collect(Collectors.toSet()),
            definitions.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    Map<OnPathway, List<Standing>> standing = new HashMap<>();
    asked.forEach(
        (who, pathway) -> {
          Set<UUID> named = definitions.getOrDefault(pathway, Set.of());
          for (Counting each : counting.getOrDefault(who.learner(), List.of())) {
            if (named.contains(each.standing().definition())
                && !pathway.id().equals(each.awardOf())) {
              standing.computeIfAbsent(who, _ -> new ArrayList<>()).add(each.standing());
            }
          }
        });
    return standing;
  }

  /**
   * A learner's credential.
   *
   * @param awardOf the pathway that it is the award of
   */
  private record Counting(String learner, Standing standing, @Nullable UUID awardOf) {}

  private Map<String, List<Counting>> counting(Set<String> learners, Set<UUID> definitions) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select learner, id, definition, awarded_at, award_pathway from credential
                    where learner = any(:learners) and definition = any(:definitions)
                      and may_stack and not revoked
                    """)
                .bind("learners", learners.toArray(String[]::new))
                .bind("definitions", definitions.toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        new Counting(
                            row.getString("learner"),
                            standing(row),
                            row.getObject("award_pathway", UUID.class)))
                .stream()
                .collect(Collectors.groupingBy(Counting::learner)));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getObject("id", UUID.class),
        row.getObject("definition", UUID.class),
        row.getObject("awarded_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Map<UUID, Known> known(Collection<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select id, learner, not revoked as stands from credential
                    where id = any(:ids) and learner is not null
                    """)
                .bind("ids", credentials.toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getObject("id", UUID.class),
                            new Known(row.getString("learner"), row.getBoolean("stands"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public List<String> learnersHolding(
      Collection<UUID> definitions, String afterLearner, int limit) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select distinct learner from credential
                    where definition = any(:definitions) and may_stack and learner > :after
                    order by learner limit :limit
                    """)
                .bind("definitions", definitions.toArray(UUID[]::new))
                .bind("after", afterLearner)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }
}
