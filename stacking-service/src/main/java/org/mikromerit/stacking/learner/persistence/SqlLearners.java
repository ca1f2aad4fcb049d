package org.mikromerit.stacking.learner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.stacking.learner.Learners;

@ApplicationScoped
class SqlLearners implements Learners {
  private final Jdbi jdbi;

  SqlLearners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String held(String reference) {
    return jdbi.withHandle(
        sql -> {
          sql.createUpdate(
                  """
                  insert into learner_link (reference, learner) values (:reference, :reference)
                  on conflict do nothing
                  """)
              .bind("reference", reference)
              .execute();
          return sql.createQuery(
                  "select learner from learner_link where reference = :reference for update")
              .bind("reference", reference)
              .mapTo(String.class)
              .one();
        });
  }

  @Override
  public String of(String reference) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select learner from learner_link where reference = :reference")
                .bind("reference", reference)
                .mapTo(String.class)
                .findOne()
                .orElse(reference));
  }

  @Override
  public void give(String reference, String learner) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    "update learner_link set learner = :learner where reference = :reference")
                .bind("learner", learner)
                .bind("reference", reference)
                .execute());
  }

  @Override
  public boolean hasReferences(String learner) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select exists (select from learner_link where learner = :learner)")
                .bind("learner", learner)
                .mapTo(Boolean.class)
                .one());
  }
}
