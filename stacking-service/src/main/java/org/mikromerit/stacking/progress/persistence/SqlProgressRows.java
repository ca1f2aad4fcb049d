package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.progress.Progress;
import org.mikromerit.stacking.progress.ProgressRows;

@ApplicationScoped
class SqlProgressRows implements ProgressRows {
  private final Jdbi jdbi;

  SqlProgressRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Progress> hold(SortedSet<OnPathway> who, Instant now) {
    var each = Columns.of(List.copyOf(who));
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    // Set to what it is, since what exists must be locked too.
                    """
                    insert into progress as known (pathway, learner, state, changed_at)
                    select pathway, learner, 'IN_PROGRESS', :now
                      from unnest(:pathways, :learners) as asked (pathway, learner)
                     order by pathway, learner
                    on conflict (pathway, learner) do update set changed_at = known.changed_at
                    returning *
                    """)
                .bind("pathways", each.uuids(OnPathway::pathway))
                .bind("learners", each.texts(OnPathway::learner))
                .bind("now", now)
                .map((row, _) -> progress(row))
                .list());
  }

  @Override
  public void keep(List<Progress> progress, Instant now) {
    var each = Columns.of(progress);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update progress p set state = now.state, attempt = now.attempt, changed_at = :now
                      from unnest(:pathways, :learners, :states, :attempts) as now (pathway, learner, state, attempt)
                     where p.pathway = now.pathway and p.learner = now.learner
                    """)
                .bind("pathways", each.uuids(Progress::pathway))
                .bind("learners", each.texts(Progress::learner))
                .bind("states", each.texts(one -> one.state().name()))
                .bind("attempts", each.numbers(one -> (long) one.attempt()))
                .bind("now", now)
                .execute());
  }

  @Override
  public void removeEmpty(Collection<String> learners) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    delete from progress p
                    where p.learner = any(:learners)
                      and not exists (select from stack s where s.pathway = p.pathway and s.holder = p.learner)
                      and not exists (select from credential c join pathway_definition d on d.definition = c.definition
                                      where c.learner = p.learner and d.pathway = p.pathway)
                    """)
                .bind("learners", learners.toArray(String[]::new))
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

  @Override
  public List<Progress> ofLearner(String learner, UUID afterPathway, int limit) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select * from progress where learner = :learner and pathway > :after
                    order by pathway limit :limit
                    """)
                .bind("learner", learner)
                .bind("after", afterPathway)
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
