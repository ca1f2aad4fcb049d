package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.stacking.progress.Progress;
import org.mikromerit.stacking.progress.ProgressRows;

@ApplicationScoped
class SqlProgressRows implements ProgressRows {
  private final Jdbi jdbi;

  SqlProgressRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Progress hold(UUID pathway, String learner, Instant now) {
    return jdbi.withHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into progress (pathway, learner, state, changed_at)
                  values (:pathway, :learner, 'IN_PROGRESS', :now) on conflict do nothing
                  """)
              .bind("pathway", pathway)
              .bind("learner", learner)
              .bind("now", now)
              .execute();
          return sql.createQuery(
                  "select * from progress where pathway = :pathway and learner = :learner for update")
              .bind("pathway", pathway)
              .bind("learner", learner)
              .map((row, _) -> progress(row))
              .one();
        });
  }

  @Override
  public void keep(Progress progress, Instant now) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update progress set state = :state, attempt = :attempt, changed_at = :now
                    where pathway = :pathway and learner = :learner
                    """)
                .bind("pathway", progress.pathway())
                .bind("learner", progress.learner())
                .bind("state", progress.state().name())
                .bind("attempt", progress.attempt())
                .bind("now", now)
                .execute());
  }

  @Override
  public void removeEmpty(String learner) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    delete from progress p
                    where p.learner = :learner
                      and not exists (select from stack s where s.pathway = p.pathway and s.holder = :learner)
                      and not exists (select from credential c join pathway_definition d on d.definition = c.definition
                                      where c.learner = :learner and d.pathway = p.pathway)
                    """)
                .bind("learner", learner)
                .execute());
  }

  @Override
  public Optional<Progress> of(UUID pathway, String learner) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select * from progress where pathway = :pathway and learner = :learner")
                .bind("pathway", pathway)
                .bind("learner", learner)
                .map((row, _) -> progress(row))
                .findOne());
  }

  @Override
  public List<Progress> listed(UUID pathway, String afterLearner, int limit) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from progress where pathway = :pathway and learner > :after
                    order by learner limit :limit
                    """)
                .bind("pathway", pathway)
                .bind("after", afterLearner)
                .bind("limit", limit)
                .map((row, _) -> progress(row))
                .list());
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getObject("pathway", UUID.class),
        row.getString("learner"),
        Progress.State.valueOf(row.getString("state")),
        row.getInt("attempt"));
  }
}
