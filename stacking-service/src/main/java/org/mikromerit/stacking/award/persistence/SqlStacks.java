package org.mikromerit.stacking.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.stacking.award.Stack;
import org.mikromerit.stacking.award.StackChange;
import org.mikromerit.stacking.award.Stacks;

@ApplicationScoped
class SqlStacks implements Stacks {
  private final Jdbi jdbi;

  SqlStacks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Stack stack) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into stack
                      (id, pathway, version, learner, holder, attempt, parts, sequence, completed_at, changed_at)
                    values (:id, :pathway, :version, :learner, :holder, :attempt, :parts, :sequence, :at, :at)
                    """)
                .bind("id", stack.id())
                .bind("pathway", stack.pathway())
                .bind("version", stack.version())
                .bind("learner", stack.learner())
                .bind("holder", stack.holder())
                .bind("attempt", stack.attempt())
                .bind("parts", stack.parts().toArray(UUID[]::new))
                .bind("sequence", stack.sequence())
                .bind("at", stack.completedAt())
                .execute());
  }

  @Override
  public void change(Stack stack, Instant now) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update stack set sequence = :sequence, broken_because = cast(:because as uuid), changed_at = :now
                    where id = :id
                    """)
                .bind("id", stack.id())
                .bind("sequence", stack.sequence())
                .bind("because", stack.brokenBecause())
                .bind("now", now)
                .execute());
  }

  @Override
  public void note(StackChange change) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into stack_change (stack, sequence, because, award, at)
                    values (:stack, :sequence, :because, :award, :at)
                    """)
                .bind("stack", change.stack().id())
                .bind("sequence", change.stack().sequence())
                .bind("because", change.because())
                .bind("award", change.award())
                .bind("at", change.at())
                .execute());
  }

  @Override
  public List<Told> lockedAfter(UUID after, int most) {
    return jdbi.withHandle(
        sql -> {
          // In a statement of its own: what is read after it is what the locks keep.
          List<UUID> ids =
              sql.createQuery(
                      "select id from stack where id > :after order by id limit :most for share")
                  .bind("after", after)
                  .bind("most", most)
                  .mapTo(UUID.class)
                  .list();
          return sql.createQuery(
                  """
                  select s.*, p.organisation, c.because, c.award, c.at
                    from stack s
                    join pathway p on p.id = s.pathway
                    left join stack_change c on c.stack = s.id and c.sequence = s.sequence
                   where s.id = any (:ids) order by s.id
                  """)
              .bind("ids", ids.toArray(UUID[]::new))
              .map((row, _) -> told(row))
              .list();
        });
  }

  private static Told told(ResultSet row) throws SQLException {
    Stack stack = stack(row);
    UUID because = row.getObject("because", UUID.class);
    return new Told(
        stack,
        row.getObject("organisation", UUID.class),
        because == null
            ? null
            : new StackChange(
                stack,
                because,
                row.getObject("award", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant()));
  }

  @Override
  public List<Stack> of(UUID pathway, Collection<String> learners) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from stack where pathway = :pathway and holder = any(:learners)
                    order by holder, attempt, completed_at, id
                    """)
                .bind("pathway", pathway)
                .bind("learners", learners.toArray(String[]::new))
                .map((row, _) -> stack(row))
                .list());
  }

  @Override
  public int newestAttempt(UUID pathway, String learner) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select coalesce(max(attempt), 0) from stack
                    where pathway = :pathway and (holder = :learner or learner = :learner)
                    """)
                .bind("pathway", pathway)
                .bind("learner", learner)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Set<UUID> follow(String reference) {
    return jdbi.withHandle(
        sql -> {
          UUID[] parts =
              sql.createQuery("select id from credential where learner_ref = :reference")
                  .bind("reference", reference)
                  .mapTo(UUID.class)
                  .list()
                  .toArray(UUID[]::new);
          sql.createUpdate(
                  """
                  update stack s set holder = theirs.learner
                  from (select with_part.id, min(part.learner) as learner
                        from stack with_part join credential part on part.id = any(with_part.parts)
                        where with_part.parts && :parts
                        group by with_part.id having count(distinct part.learner) = 1
                          and count(part.learner) = cardinality(with_part.parts)) theirs
                  where s.id = theirs.id and s.holder <> theirs.learner
                  """)
              .bind("parts", parts)
              .execute();
          return sql.createQuery("select distinct pathway from stack where parts && :parts")
              .bind("parts", parts)
              .mapTo(UUID.class)
              .set();
        });
  }

  @Override
  public Set<UUID> pathwaysWithPart(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select distinct pathway from stack where parts @> :parts")
                .bind("parts", new UUID[] {credential})
                .mapTo(UUID.class)
                .set());
  }

  @Override
  public Map<UUID, Issued> awards(Collection<UUID> stacks) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select distinct on (s.id) s.id as stack, c.id as credential, not c.revoked as stands
                    from stack s
                    join pathway p on p.id = s.pathway
                    join credential c on c.award_stack = s.id
                      and c.organisation = p.organisation
                      and exists (select from credential part
                                  where part.id = any(s.parts) and part.learner_ref = c.learner_ref)
                    where s.id = any(:stacks)
                    order by s.id, c.id
                    """)
                .bind("stacks", stacks.toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getObject("stack", UUID.class),
                            new Issued(
                                row.getObject("credential", UUID.class), row.getBoolean("stands"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Stack stack(ResultSet row) throws SQLException {
    return new Stack(
        row.getObject("id", UUID.class),
        row.getObject("pathway", UUID.class),
        row.getInt("version"),
        row.getString("learner"),
        row.getString("holder"),
        row.getInt("attempt"),
        List.of((UUID[]) row.getArray("parts").getArray()),
        row.getLong("sequence"),
        row.getObject("broken_because", UUID.class),
        row.getObject("completed_at", OffsetDateTime.class).toInstant());
  }
}
