package org.mikromerit.issuer.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.issuer.award.Award;
import org.mikromerit.issuer.award.Awards;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.issuer.status.StatusPlace;

@ApplicationScoped
class SqlAwards implements Awards {
  private final Jdbi jdbi;
  private final LearnerKeyWrapping wrapping;

  SqlAwards(Jdbi jdbi, LearnerKeyWrapping wrapping) {
    this.jdbi = jdbi;
    this.wrapping = wrapping;
  }

  @Override
  public void addIfNew(Award award, Instant at) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into award (stack, organisation, pathway, pathway_version, learner, attempt, parts,
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
                    select stack, organisation, pathway, pathway_version, learner, attempt, parts, completed_at, state,
                           credential
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
                    select c.id, c.organisation, c.definition, c.definition_version, c.kind, c.learner_ref,
                           s.status, s.status_list, l.suspensions, s.status_index, k.id as key, k.wrapped_key, b.sealed
                      from credential c join credential_status s on s.credential = c.id
                      left join status_list l on l.id = s.status_list
                      left join credential_body b on b.credential = c.id
                      left join learner_key k on k.id = b.learner_key
                     where c.id = any (:credentials)
                     order by c.id for update of s
                    """)
                .bindArray("credentials", UUID.class, credentials)
                .map((row, _) -> part(row))
                .list());
  }

  @Override
  public Set<CredentialStatus> statuses(List<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select status from credential_status where credential = any (:credentials)
                     order by credential for share
                    """)
                .bindArray("credentials", UUID.class, credentials)
                .mapTo(CredentialStatus.class)
                .set());
  }

  @Override
  public List<UUID> issuedWithPart(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select stack from award where state = 'ISSUED' and parts @> :parts order by stack")
                .bindArray("parts", UUID.class, List.of(credential))
                .mapTo(UUID.class)
                .list());
  }

  @Override
  public Optional<UUID> standingForSameParts(Award award) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select a.credential
                      from award a join credential_status s on s.credential = a.credential
                     where a.organisation = :organisation and a.pathway = :pathway
                       and a.pathway_version = :version and a.stack <> :stack
                       and a.parts @> :parts and a.parts <@ :parts
                       and a.state = 'ISSUED' and s.status = 'VALID'
                     limit 1
                    """)
                .bind("organisation", award.organisation())
                .bind("pathway", award.pathway())
                .bind("version", award.pathwayVersion())
                .bind("stack", award.stack())
                .bindArray("parts", UUID.class, award.parts())
                .mapTo(UUID.class)
                .findOne());
  }

  @Override
  public boolean isAwardOfAnother(UUID credential, UUID stack) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select exists (select 1 from award
                                    where credential = :credential and stack <> :stack and state = 'ISSUED')
                    """)
                .bind("credential", credential)
                .bind("stack", stack)
                .mapTo(Boolean.class)
                .one());
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
            row.getString("learner"),
            row.getInt("attempt"),
            List.of((UUID[]) row.getArray("parts").getArray()),
            row.getTimestamp("completed_at").toInstant());
    return new Standing(
        award,
        Award.State.valueOf(row.getString("state")),
        row.getObject("credential", UUID.class));
  }

  private Part part(ResultSet row) throws SQLException {
    UUID credential = row.getObject("id", UUID.class);
    return new Part(
        credential,
        row.getObject("organisation", UUID.class),
        row.getObject("definition", UUID.class),
        row.getInt("definition_version"),
        CredentialKind.valueOf(row.getString("kind")),
        row.getString("learner_ref"),
        CredentialStatus.valueOf(row.getString("status")),
        new StatusPlace(
            row.getObject("status_list", UUID.class),
            row.getObject("suspensions", UUID.class),
            row.getInt("status_index")),
        body(credential, row));
  }

  private Body body(UUID credential, ResultSet row) throws SQLException {
    return Body.open(
        wrapping,
        credential,
        row.getObject("key", UUID.class),
        row.getBytes("wrapped_key"),
        row.getBytes("sealed"));
  }
}
