package org.mikromerit.issuer.learner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.learner.LearnerLinks;

@ApplicationScoped
class SqlLearnerLinks implements LearnerLinks {
  private final Jdbi jdbi;

  SqlLearnerLinks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(String learnerRef, @Nullable UUID learner, Instant since) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into learner_link (learner_ref, learner, since)
                    values (:ref, cast(:learner as uuid), :since)
                    on conflict (learner_ref) do update
                       set learner = excluded.learner, since = excluded.since
                    """)
                .bind("ref", learnerRef)
                .bind("learner", learner)
                .bind("since", since)
                .execute());
  }

  @Override
  public Optional<UUID> learnerOf(String learnerRef) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select learner from learner_link where learner_ref = :ref and learner is not null")
                .bind("ref", learnerRef)
                .mapTo(UUID.class)
                .findOne());
  }
}
