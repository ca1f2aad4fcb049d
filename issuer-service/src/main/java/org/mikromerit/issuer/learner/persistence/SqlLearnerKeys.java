package org.mikromerit.issuer.learner.persistence;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.mikromerit.issuer.learner.LearnerKey;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.issuer.learner.LearnerKeys;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.sealing.Sealing;
import org.mikromerit.kit.sql.Columns;

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
  public Map<String, LearnerKey> of(Set<String> learnerRefs) {
    Map<String, LearnerKey> keys = findOrMake(List.copyOf(learnerRefs));
    Set<String> others = new HashSet<>(learnerRefs);
    others.removeAll(keys.keySet());
    if (!others.isEmpty()) {
      keys.putAll(find(others));
    }
    return keys;
  }

  @Override
  public Optional<LearnerKey> any() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select id, wrapped_key from learner_key limit 1")
                .map((row, _) -> key(row))
                .findOne());
  }

  private Map<String, LearnerKey> find(Set<String> learnerRefs) {
    return jdbi.withHandle(
        sql ->
            keys(
                sql.createQuery(
                        "select learner_ref, id, wrapped_key from learner_key where learner_ref = any(:refs)")
                    .bind("refs", learnerRefs.toArray(String[]::new))));
  }

  private Map<String, LearnerKey> keys(Query query) {
    return query.map((row, _) -> Map.entry(row.getString("learner_ref"), key(row))).stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, HashMap::new));
  }

  /** A key under way to the database. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Made(UUID id, String learnerRef, byte[] wrapped) {}

  /**
   * Waits for transactions that are making the same learners' keys; theirs stay, and are not among
   * the answer, since the statement began before them.
   */
  private Map<String, LearnerKey> findOrMake(List<String> learnerRefs) {
    var each = Columns.of(learnerRefs.stream().map(this::made).toList());
    return jdbi.withHandle(
        sql ->
            keys(
                sql.createQuery(
                        // Sorted, so that two who make the same ones wait in no circle. The arrays
                        // are
                        // selected, so that one plan serves all lengths and is not made each time.
                        """
                        with made as (
                          insert into learner_key (id, learner_ref, wrapped_key, made_at)
                          select id, learner_ref, wrapped_key, :at
                            from unnest((select :ids), (select :refs), (select :wrapped)) as made (id, learner_ref, wrapped_key)
                           order by learner_ref
                          on conflict (learner_ref) do nothing
                          returning learner_ref, id, wrapped_key)
                        select learner_ref, id, wrapped_key from made
                        union all
                        select learner_ref, id, wrapped_key from learner_key where learner_ref = any((select :refs)::text[])
                        """)
                    .bind("ids", each.uuids(Made::id))
                    .bind("refs", each.texts(Made::learnerRef))
                    .bind("wrapped", each.bytes(Made::wrapped))
                    .bind("at", clock.instant())));
  }

  private Made made(String learnerRef) {
    UUID id = ids.next();
    return new Made(id, learnerRef, wrapping.wrap(id, Sealing.newKey()));
  }

  private LearnerKey key(ResultSet row) throws SQLException {
    return wrapping.unwrap(row.getObject("id", UUID.class), row.getBytes("wrapped_key"));
  }
}
