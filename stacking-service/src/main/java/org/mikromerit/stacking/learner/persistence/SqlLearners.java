package org.mikromerit.stacking.learner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.stacking.learner.Learners;

@ApplicationScoped
class SqlLearners implements Learners {
  private final Jdbi jdbi;

  SqlLearners(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<String, String> held(Set<String> references) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    // Sorted, so that two who hold the same ones wait in no circle; set to what it
                    // is, since what exists must be locked too.
                    """
                    insert into learner_link as known (reference, learner)
                    select reference, reference from unnest(:references) as told (reference) order by reference
                    on conflict (reference) do update set learner = known.learner
                    returning reference, learner
                    """)
                .bind("references", references.toArray(String[]::new))
                .map((row, _) -> Map.entry(row.getString("reference"), row.getString("learner")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
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
