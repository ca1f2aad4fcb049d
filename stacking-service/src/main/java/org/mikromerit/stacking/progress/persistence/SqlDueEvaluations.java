package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.stacking.progress.DueEvaluations;

@ApplicationScoped
class SqlDueEvaluations implements DueEvaluations {
  private final Jdbi jdbi;

  SqlDueEvaluations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(UUID pathway, String learner) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into evaluation_due (pathway, learner) values (:pathway, :learner)
                    on conflict do nothing
                    """)
                .bind("pathway", pathway)
                .bind("learner", learner)
                .execute());
  }

  @Override
  public boolean addHoldersOf(UUID part) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                        """
                        insert into evaluation_due (pathway, learner)
                        select distinct pathway, holder from stack where parts @> :part
                        on conflict (pathway, learner) do update set learner = excluded.learner
                        """)
                    .bind("part", new UUID[] {part})
                    .execute()
                > 0);
  }

  @Override
  public List<Due> take(int most) {
    return jdbi
        .withHandle(
            sql ->
                sql.createQuery(
                        """
                        delete from evaluation_due where (pathway, learner) in
                          (select pathway, learner from evaluation_due
                            order by pathway, learner limit :most for update skip locked)
                        returning pathway, learner
                        """)
                    .bind("most", most)
                    .map(
                        (row, _) ->
                            new Due(row.getObject("pathway", UUID.class), row.getString("learner")))
                    .list())
        .stream()
        .sorted(Comparator.comparing(Due::pathway).thenComparing(Due::learner))
        .toList();
  }
}
