package org.mikromerit.stacking.award.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.stacking.award.Stack;
import org.mikromerit.stacking.award.StackChange;
import org.mikromerit.stacking.award.Stacks;
import org.mikromerit.stacking.pathway.OnPathway;

@ApplicationScoped
class SqlStacks implements Stacks {
  private final Jdbi jdbi;

  SqlStacks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(List<Stack> stacks) {
    var each = Columns.of(stacks);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into stack
                      (id, pathway, version, learner, holder, attempt, parts, sequence, completed_at, changed_at)
                    select id, pathway, version, learner, holder, attempt, cast(parts as uuid[]), sequence,
                           at, at
                      from unnest(:ids, :pathways, :versions, :learners, :holders, :attempts, :parts, :sequences, :at)
                        as new (id, pathway, version, learner, holder, attempt, parts, sequence, at)
                    """)
                .bind("ids", each.uuids(Stack::id))
                .bind("pathways", each.uuids(Stack::pathway))
                .bind("versions", each.numbers(stack -> (long) stack.version()))
                .bind("learners", each.texts(Stack::learner))
                .bind("holders", each.texts(Stack::holder))
                .bind("attempts", each.numbers(stack -> (long) stack.attempt()))
                // As text: arrays within an array would all have to have one length.
                .bind("parts", each.texts(SqlStacks::parts))
                .bind("sequences", each.numbers(Stack::sequence))
                .bind("at", each.times(Stack::completedAt))
                .execute());
  }

  private static String parts(Stack stack) {
    return stack.parts().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public void change(List<StackChange> changes) {
    var each = Columns.of(changes);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    with changed as (
                      select stack, sequence, stands, because, award, at
                        from unnest(:stacks, :sequences, :stands, :because, :awards, :at)
                          as changed (stack, sequence, stands, because, award, at)),
                    noted as (
                      insert into stack_change (stack, sequence, because, award, at)
                      select stack, sequence, because, award, at from changed)
                    update stack s set sequence = newest.sequence, changed_at = newest.at,
                                       broken_because = case when newest.stands then null else newest.because end
                      from (select distinct on (stack) * from changed order by stack, sequence desc) newest
                     where s.id = newest.stack
                    """)
                .bind("stacks", each.uuids(change -> change.stack().id()))
                .bind("sequences", each.numbers(change -> change.stack().sequence()))
                .bind(
                    "stands",
                    changes.stream().map(change -> change.stack().stands()).toArray(Boolean[]::new))
                .bind("because", each.uuids(StackChange::because))
                .bind("awards", each.uuids(StackChange::award))
                .bind("at", each.times(StackChange::at))
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
  public List<Stack> concerning(Collection<OnPathway> who) {
    var each = Columns.of(List.copyOf(who));
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    with asked as (select * from unnest(:pathways, :learners) as asked (pathway, learner))
                    select s.* from asked join stack s on s.pathway = asked.pathway and s.holder = asked.learner
                    union
                    select s.* from asked join stack s on s.pathway = asked.pathway and s.learner = asked.learner
                    order by attempt, completed_at, id
                    """)
                .bind("pathways", each.uuids(OnPathway::pathway))
                .bind("learners", each.texts(OnPathway::learner))
                .map((row, _) -> stack(row))
                .list());
  }

  @Override
  public Set<UUID> follow(Collection<String> references) {
    return jdbi.withHandle(
        sql -> {
          Map<UUID, UUID> pathways =
              sql
                  .createQuery(
                      // Part by part: of many parts at once PostgreSQL expects so many stacks that
                      // it reads them all.
                      """
                      select distinct s.id, s.pathway
                        from credential part join stack s on s.parts @> array[part.id]
                       where part.learner_ref = any(:references)
                      """)
                  .bind("references", references.toArray(String[]::new))
                  .map(
                      (row, _) ->
                          Map.entry(
                              row.getObject("id", UUID.class),
                              row.getObject("pathway", UUID.class)))
                  .stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
          if (!pathways.isEmpty()) {
            giveToWhomAllPartsBelongTo(sql, pathways.keySet());
          }
          return new HashSet<>(pathways.values());
        });
  }

  private static void giveToWhomAllPartsBelongTo(Handle sql, Set<UUID> stacks) {
    sql.createUpdate(
            """
            update stack s set holder = theirs.learner
            from (select with_part.id, min(part.learner) as learner
                  from stack with_part join credential part on part.id = any(with_part.parts)
                  where with_part.id = any(:stacks)
                  group by with_part.id having count(distinct part.learner) = 1
                    and count(part.learner) = cardinality(with_part.parts)) theirs
            where s.id = theirs.id and s.holder <> theirs.learner
            """)
        .bind("stacks", stacks.toArray(UUID[]::new))
        .execute();
  }

  @Override
  public Map<UUID, Set<UUID>> pathwaysWithPart(Set<UUID> credentials) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    select distinct told.part, s.pathway
                      from unnest(:parts) as told (part) join stack s on s.parts @> array[told.part]
                    """)
                .bind("parts", credentials.toArray(UUID[]::new))
                .map(
                    (row, _) ->
                        Map.entry(
                            row.getObject("part", UUID.class),
                            row.getObject("pathway", UUID.class)))
                .stream()
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
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
