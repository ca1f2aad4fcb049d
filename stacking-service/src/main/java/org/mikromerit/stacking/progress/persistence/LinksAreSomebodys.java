package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * A reference is here because something was issued under it, or because the registry told whose it
 * is; while it told nothing, the reference is nobody's but its own.
 */
@ApplicationScoped
class LinksAreSomebodys implements Check {
  private static final int AT_ONCE = 5_000;

  private final Jdbi jdbi;

  LinksAreSomebodys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return "links";
  }

  private record Row(String reference, boolean holds) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? "" : cursor);
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().reference(),
        rows.size(),
        rows.stream()
            .filter(row -> !row.holds())
            .map(
                row ->
                    new Violation(
                        name(),
                        "learner_link",
                        "reference=" + row.reference(),
                        "Nobody told whose it is."))
            .toList());
  }

  private List<Row> after(String reference) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select l.reference,
                           t.subject is not null
                             or l.learner = l.reference
                                and exists (select from credential c where c.learner_ref = l.reference) as holds
                      from learner_link l
                      left join entity_version t on t.topic = :links and t.subject = l.reference
                     where l.reference > :reference order by l.reference limit :most
                    """)
                .bind("links", Topic.LEARNER_LINK.topicName())
                .bind("reference", reference)
                .bind("most", AT_ONCE)
                .map((row, _) -> new Row(row.getString("reference"), row.getBoolean("holds")))
                .list());
  }
}
