package org.mikromerit.issuer.learner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.issuer.learner.LearnerKey;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.issuer.learner.LearnerKeys;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.sealing.Sealing;

@ApplicationScoped
class SqlLearnerKeys implements LearnerKeys {
  private final Jdbi jdbi;
  private final LearnerKeyWrapping wrapping;
  private final Ids ids;
  private final InstantSource clock;

  SqlLearnerKeys(Jdbi jdbi, LearnerKeyWrapping wrapping, Ids ids, InstantSource clock) {
    this.jdbi = jdbi;
    this.wrapping = wrapping;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public LearnerKey of(String learnerRef) {
    return find(learnerRef)
        .or(() -> makeUnlessThere(learnerRef))
        .or(() -> find(learnerRef))
        .orElseThrow();
  }

  @Override
  public Optional<LearnerKey> any() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select id, wrapped_key from learner_key limit 1")
                .map((row, _) -> key(row))
                .findOne());
  }

  private Optional<LearnerKey> find(String learnerRef) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select id, wrapped_key from learner_key where learner_ref = :ref")
                .bind("ref", learnerRef)
                .map((row, _) -> key(row))
                .findOne());
  }

  /** Waits for a transaction that is making the same learner's key; empty where that made it. */
  private Optional<LearnerKey> makeUnlessThere(String learnerRef) {
    UUID id = ids.next();
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    insert into learner_key (id, learner_ref, wrapped_key, made_at)
                    values (:id, :ref, :wrapped, :at) on conflict (learner_ref) do nothing
                    returning id, wrapped_key
                    """)
                .bind("id", id)
                .bind("ref", learnerRef)
                .bind("wrapped", wrapping.wrap(id, Sealing.newKey()))
                .bind("at", clock.instant())
                .map((row, _) -> key(row))
                .findOne());
  }

  private LearnerKey key(ResultSet row) throws SQLException {
    return wrapping.unwrap(row.getObject("id", UUID.class), row.getBytes("wrapped_key"));
  }
}
