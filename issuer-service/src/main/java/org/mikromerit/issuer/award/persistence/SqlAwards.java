package org.mikromerit.issuer.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.issuer.award.Award;
import org.mikromerit.issuer.award.Awards;
import org.mikromerit.issuer.status.StatusPlace;

@ApplicationScoped
class SqlAwards implements Awards {
  private final Jdbi jdbi;

  SqlAwards(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void addIfNew(Award award, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into award (stack, organisation, pathway, pathway_version, learner_ref, attempt, parts,
                                       completed_at, state, next_try, updated_at)
                    values (:stack, :organisation, :pathway, :pathwayVersion, :learner, :attempt, :parts,
                            :completedAt, 'WAITING', :at, :at)
                    on conflict do nothing
                    """)
                .bind("stack", award.stack())
                .bind("organisation", award.organisation())
                .bind("pathway", award.pathway())
                .bind("pathwayVersion", award.pathwayVersion())
                .bind("learner", award.learner())
                .bind("attempt", award.attempt())
                .bindArray("parts", UUID.class, award.parts())
                .bind("completedAt", award.completedAt())
                .bind("at", at)
                .execute());
  }

  @Override
  public List<Candidate> candidates(Instant now, int most) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select a.stack, a.organisation
                      from award a
                      join award_rule r on r.organisation = a.organisation and r.pathway = a.pathway
                      join definition d on d.id = r.definition and d.newest_version > 0
                      join organisation o on o.id = a.organisation and o.state = :authorised
                     where a.state = 'WAITING' and a.next_try <= :now
                     order by a.next_try limit :most
                    """)
                .bind("authorised", OrganisationState.AUTHORISED.name())
                .bind("now", now)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new Candidate(
                            row.getObject("stack", UUID.class),
                            row.getObject("organisation", UUID.class)))
                .list());
  }

  @Override
  public void postpone(UUID stack, Instant until) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("update award set next_try = :until where stack = :stack")
                .bind("until", until)
                .bind("stack", stack)
                .execute());
  }

  @Override
  public Optional<Standing> lock(UUID stack) {
    return find(stack, "for update");
  }

  @Override
  public Optional<Standing> lockUnlessTaken(UUID stack) {
    return find(stack, "for update skip locked");
  }

  private Optional<Standing> find(UUID stack, String lock) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select stack, organisation, pathway, pathway_version, learner_ref, attempt, parts, completed_at, state
                      from award where stack = :stack
                    """
                        + lock)
                .bind("stack", stack)
                .map((row, _) -> standing(row))
                .findOne());
  }

  @Override
  public List<Part> lockParts(List<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            // Locked in one order everywhere, so that two awards of common parts wait and do not
            // deadlock.
            sql.createQuery(
                    """
                    select c.id, c.organisation, c.definition, c.definition_version, c.kind, c.learner_ref, c.body,
                           s.status, s.status_list, s.status_index
                      from credential c join credential_status s on s.credential = c.id
                     where c.id = any (:credentials)
                     order by c.id for share of s
                    """)
                .bindArray("credentials", UUID.class, credentials)
                .map((row, _) -> part(row))
                .list());
  }

  @Override
  public void change(
      UUID stack,
      Award.State state,
      Award.@Nullable Reason reason,
      @Nullable UUID credential,
      Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update award
                       set state = :state, reason = :reason, credential = coalesce(cast(:credential as uuid), credential), updated_at = :at
                     where stack = :stack
                    """)
                .bind("state", state.name())
                .bind("reason", reason == null ? null : reason.code())
                .bind("credential", credential)
                .bind("at", at)
                .bind("stack", stack)
                .execute());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    var award =
        new Award(
            row.getObject("stack", UUID.class),
            row.getObject("organisation", UUID.class),
            row.getObject("pathway", UUID.class),
            row.getInt("pathway_version"),
            row.getString("learner_ref"),
            row.getInt("attempt"),
            List.of((UUID[]) row.getArray("parts").getArray()),
            row.getTimestamp("completed_at").toInstant());
    return new Standing(award, Award.State.valueOf(row.getString("state")));
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("definition", UUID.class),
        row.getInt("definition_version"),
        CredentialKind.valueOf(row.getString("kind")),
        row.getString("learner_ref"),
        CredentialStatus.valueOf(row.getString("status")) == CredentialStatus.VALID,
        new StatusPlace(row.getObject("status_list", UUID.class), row.getInt("status_index")),
        row.getBytes("body"));
  }
}
