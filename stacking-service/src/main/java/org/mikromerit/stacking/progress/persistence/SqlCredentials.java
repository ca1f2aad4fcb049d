package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.stacking.definition.Definitions;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.Credentials;

@ApplicationScoped
class SqlCredentials implements Credentials {
  private final Jdbi jdbi;

  SqlCredentials(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void keep(CredentialIssuedV1 issued, String learner) {
    CredentialIssuedV1.@Nullable Award award = issued.award();
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into credential
                      (id, learner, learner_ref, organisation, definition, may_stack, awarded_at, award_stack, award_pathway)
                    values (:id, :learner, :reference, :organisation, :definition, :mayStack, :awardedAt,
                            cast(:stack as uuid), cast(:pathway as uuid))
                    on conflict (id) do update set
                      learner = excluded.learner, learner_ref = excluded.learner_ref,
                      organisation = excluded.organisation,
                      definition = excluded.definition, may_stack = excluded.may_stack,
                      awarded_at = excluded.awarded_at, award_stack = excluded.award_stack,
                      award_pathway = excluded.award_pathway
                    """)
                .bind("id", issued.credentialId())
                .bind("learner", learner)
                .bind("reference", issued.learnerRef())
                .bind("organisation", issued.organisationId())
                .bind("definition", issued.definitionId())
                .bind("mayStack", Definitions.stacks(issued.kind(), issued.certificationLevel()))
                .bind("awardedAt", issued.awardedAt())
                .bind("stack", award == null ? null : award.stackId())
                .bind("pathway", award == null ? null : award.pathwayId())
                .execute());
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
  public Optional<Issue> keepStatus(UUID credential, boolean stands) {
    // The row's lock makes issue and change of one credential wait for each other.
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    insert into credential (id, revoked) values (:id, :revoked)
                    on conflict (id) do update set revoked = excluded.revoked
                    returning learner, definition
                    """)
                .bind("id", credential)
                .bind("revoked", !stands)
                .map((row, _) -> issue(row))
                .one());
  }

  private static Optional<Issue> issue(ResultSet row) throws SQLException {
    String learner = row.getString("learner");
    UUID definition = row.getObject("definition", UUID.class);
    return learner == null || definition == null
        ? Optional.empty()
        : Optional.of(new Issue(learner, definition));
  }

  @Override
  public Map<String, List<Standing>> standing(
      PublishedPathway pathway, Collection<String> learners) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select learner, id, definition, awarded_at from credential
                    where learner = any(:learners) and definition = any(:definitions)
                      and may_stack and not revoked and award_pathway is distinct from :pathway
                    """)
                .bind("learners", learners.toArray(String[]::new))
                .bind("definitions", pathway.rule().definitions().toArray(UUID[]::new))
                .bind("pathway", pathway.id())
                .map((row, _) -> Map.entry(row.getString("learner"), standing(row)))
                .stream()
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        HashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getObject("id", UUID.class),
        row.getObject("definition", UUID.class),
        row.getObject("awarded_at", OffsetDateTime.class).toInstant());
  }

  @Override
  public Map<UUID, Boolean> among(Collection<UUID> credentials, String learner) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select id, learner = :learner and not revoked as stands from credential
                    where id = any(:ids) and learner is not null
                    """)
                .bind("ids", credentials.toArray(UUID[]::new))
                .bind("learner", learner)
                .map(
                    (row, _) ->
                        Map.entry(row.getObject("id", UUID.class), row.getBoolean("stands")))
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
