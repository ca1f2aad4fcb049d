package org.mikromerit.registry.learner.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.mikromerit.registry.learner.IdentifierKind;
import org.mikromerit.registry.learner.LearnerLink;
import org.mikromerit.registry.learner.LearnerLink.Since;
import org.mikromerit.registry.learner.LearnerLinks;

@ApplicationScoped
class LearnerLinkTable implements LearnerLinks {
  private final Jdbi jdbi;

  LearnerLinkTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void lock() {
    jdbi.useHandle(sql -> sql.execute("select pg_advisory_xact_lock(hashtext('learner_link'))"));
  }

  @Override
  public List<LearnerLink> find(Collection<String> refs) {
    return jdbi.withHandle(
        sql ->
            links(
                sql.createQuery(
                        """
                        select * from learner_link where learner_ref = any(:refs)
                        order by learner_ref, position
                        """)
                    .bindArray("refs", String.class, refs.toArray())));
  }

  @Override
  public List<LearnerLink> of(UUID learner) {
    return jdbi
        .withHandle(
            sql ->
                links(
                    sql.createQuery(
                            """
                            select * from learner_link
                            where learner_ref in (select learner_ref from learner_link where learner = :learner)
                            order by learner_ref, position
                            """)
                        .bind("learner", learner)))
        .stream()
        .filter(link -> learner.equals(link.learner()))
        .toList();
  }

  @Override
  public List<LearnerLink> after(String ref, int atMost) {
    return jdbi.withHandle(
        sql ->
            links(
                sql.createQuery(
                        """
                        select * from learner_link
                        where learner_ref in (select learner_ref from learner_link
                                              where learner_ref > :ref and position = 1
                                              order by learner_ref limit :atMost)
                        order by learner_ref, position
                        """)
                    .bind("ref", ref)
                    .bind("atMost", atMost)));
  }

  @Override
  public Optional<UUID> oldest(Collection<UUID> learners) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select id from learner where id = any(:learners)
                    order by recognised_at, id limit 1
                    """)
                .bindArray("learners", UUID.class, learners.toArray())
                .mapTo(UUID.class)
                .findOne());
  }

  @Override
  public void add(UUID learner, Instant recognisedAt) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate("insert into learner (id, recognised_at) values (:id, :at)")
                .bind("id", learner)
                .bind("at", recognisedAt)
                .execute());
  }

  @Override
  public void append(LearnerLink changed) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into learner_link (learner_ref, position, kind, learner, since)
                    values (:ref, :position, :kind, :learner, :since)
                    """)
                .bind("ref", changed.ref())
                .bind("position", changed.version())
                .bind("kind", changed.kind().name())
                .bind("learner", changed.learner())
                .bind("since", changed.since())
                .execute());
  }

  /** Rows in the order of references and positions, as links with their histories. */
  private static List<LearnerLink> links(Query query) {
    Map<String, LearnerLink> byRef = new LinkedHashMap<>();
    query
        .map((row, _) -> link(row))
        .forEach(next -> byRef.merge(next.ref(), next, LearnerLinkTable::joined));
    return List.copyOf(byRef.values());
  }

  /** One row is the reference with one entry of its history. */
  private static LearnerLink link(ResultSet row) throws SQLException {
    return new LearnerLink(
        row.getString("learner_ref"),
        IdentifierKind.valueOf(row.getString("kind")),
        List.of(
            new Since(
                row.getObject("learner", UUID.class),
                row.getObject("since", OffsetDateTime.class).toInstant())));
  }

  private static LearnerLink joined(LearnerLink first, LearnerLink next) {
    List<Since> history = new ArrayList<>(first.history());
    history.addAll(next.history());
    return new LearnerLink(first.ref(), first.kind(), history);
  }
}
