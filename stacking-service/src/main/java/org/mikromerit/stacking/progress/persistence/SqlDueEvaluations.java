package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.progress.DueEvaluations;

@ApplicationScoped
class SqlDueEvaluations implements DueEvaluations {
  private final Jdbi jdbi;

  SqlDueEvaluations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(SortedSet<OnPathway> who) {
    var each = Columns.of(List.copyOf(who));
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into evaluation_due (pathway, learner)
                    select * from unnest(:pathways, :learners) as told (pathway, learner)
                     order by pathway, learner
                    on conflict do nothing
                    """)
                .bind("pathways", each.uuids(OnPathway::pathway))
                .bind("learners", each.texts(OnPathway::learner))
                .execute());
  }

  @Override
  public boolean addHoldersOf(Collection<UUID> parts) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                        // Part by part: of many parts at once PostgreSQL expects so many stacks
                        // that it reads them all.
                        """
                        insert into evaluation_due (pathway, learner)
                        select distinct s.pathway, s.holder
                          from unnest(:parts) as told (part) join stack s on s.parts @> array[told.part]
                         order by s.pathway, s.holder
                        on conflict (pathway, learner) do update set learner = excluded.learner
                        """)
                    .bind("parts", parts.toArray(UUID[]::new))
                    .execute()
                > 0);
  }

  @Override
  public SortedSet<OnPathway> take(int most) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    """
                    delete from evaluation_due where (pathway, learner) in
                      (select pathway, learner from evaluation_due
                        order by pathway, learner limit :most for update skip locked)
                    returning pathway, learner
                    """)
                .bind("most", most)
                .map(
                    (row, _) ->
                        new OnPathway(
                            row.getObject("pathway", UUID.class), row.getString("learner")))
                .stream()
                .collect(Collectors.toCollection(TreeSet::new)));
  }
}
