package org.mikromerit.registry.portfolio.persistence;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.registry.portfolio.LearnerKeys;

@ApplicationScoped
class LearnerKeyTable implements LearnerKeys {
  private final Jdbi jdbi;

  LearnerKeyTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<byte[]> find(String learnerRef) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select wrapped_key from learner_key where learner_ref = :ref")
                .bind("ref", learnerRef)
                .map((row, _) -> row.getBytes("wrapped_key"))
                .findOne());
  }

  @Override
  public Map<String, byte[]> find(Set<String> learnerRefs) {
    return jdbi.withHandle(
        sql ->
            sql
                .createQuery(
                    "select learner_ref, wrapped_key from learner_key where learner_ref = any(:refs)")
                .bind("refs", learnerRefs.toArray(String[]::new))
                .map((row, _) -> Map.entry(row.getString(1), row.getBytes(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public void keep(Map<String, byte[]> wrapped, Instant madeAt) {
    var each = Columns.of(List.copyOf(wrapped.entrySet()));
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    // Sorted, so that two who keep the same ones wait in no circle.
                    """
                    insert into learner_key (learner_ref, wrapped_key, made_at)
                    select learner_ref, wrapped_key, :madeAt
                      from unnest(:refs, :wrapped) as made (learner_ref, wrapped_key)
                     order by learner_ref
                    on conflict (learner_ref) do nothing
                    """)
                .bind("refs", each.texts(Map.Entry::getKey))
                .bind("wrapped", each.bytes(Map.Entry::getValue))
                .bind("madeAt", madeAt)
                .execute());
  }
}
