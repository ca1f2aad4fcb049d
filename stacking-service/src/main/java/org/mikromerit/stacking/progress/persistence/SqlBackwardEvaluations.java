package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.stacking.pathway.PublishedPathway;
import org.mikromerit.stacking.progress.BackwardEvaluations;

@ApplicationScoped
class SqlBackwardEvaluations implements BackwardEvaluations {
  private final Jdbi jdbi;

  SqlBackwardEvaluations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void request(PublishedPathway pathway) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into backward_evaluation (pathway, version, requested_at)
                    values (:pathway, :version, :at)
                    """)
                .bind("pathway", pathway.id())
                .bind("version", pathway.version())
                .bind("at", pathway.publishedAt())
                .execute());
  }

  @Override
  public Optional<Open> holdOldest(Instant now) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select pathway, version, after_learner from backward_evaluation
                    where finished_at is null and (not_before is null or not_before <= :now)
                    order by requested_at limit 1 for update skip locked
                    """)
                .bind("now", now)
                .map(
                    (row, _) ->
                        new Open(
                            row.getObject("pathway", UUID.class),
                            row.getInt("version"),
                            row.getString("after_learner")))
                .findOne());
  }

  @Override
  public void postpone(Open evaluation, Instant until) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update backward_evaluation set not_before = :until
                    where pathway = :pathway and version = :version
                    """)
                .bind("until", until)
                .bind("pathway", evaluation.pathway())
                .bind("version", evaluation.version())
                .execute());
  }

  @Override
  public void proceed(Open evaluation, String afterLearner) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update backward_evaluation set after_learner = :after
                    where pathway = :pathway and version = :version
                    """)
                .bind("after", afterLearner)
                .bind("pathway", evaluation.pathway())
                .bind("version", evaluation.version())
                .execute());
  }

  @Override
  public void finish(Open evaluation, Instant now) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update backward_evaluation set finished_at = :now
                    where pathway = :pathway and version = :version
                    """)
                .bind("now", now)
                .bind("pathway", evaluation.pathway())
                .bind("version", evaluation.version())
                .execute());
  }
}
