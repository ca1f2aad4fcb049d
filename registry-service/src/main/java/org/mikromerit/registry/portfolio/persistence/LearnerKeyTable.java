package org.mikromerit.registry.portfolio.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
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
  public byte[] keep(String learnerRef, byte[] wrapped, Instant madeAt) {
    int added =
        jdbi.withHandle(
            sql ->
                sql.createUpdate(
                        """
                        insert into learner_key (learner_ref, wrapped_key, made_at)
                        values (:ref, :wrapped, :madeAt)
                        on conflict (learner_ref) do nothing
                        """)
                    .bind("ref", learnerRef)
                    .bind("wrapped", wrapped)
                    .bind("madeAt", madeAt)
                    .execute());
    // Another transaction's, where it was first; the insert waited for it.
    return added == 1 ? wrapped : find(learnerRef).orElseThrow();
  }
}
