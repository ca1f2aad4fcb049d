package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.EachRow;
import org.mikromerit.kit.examination.Known;

/**
 * A reference is here because something was issued under it, or because the registry told whose it
 * is; while it told nothing, the reference is nobody's but its own.
 */
@ApplicationScoped
class LinksAreSomebodys implements Check {
  private static final String NAME = "links";
  private static final EachRow ROWS =
      EachRow.byText(
              NAME,
              "learner_link",
              "reference",
              5_000,
              """
          select l.reference as key,
                 t.subject is not null
                   or l.learner = l.reference
                      and exists (select from credential c where c.learner_ref = l.reference) as holds
            from learner_link l
            left join entity_version t on t.topic = :links and t.subject = l.reference
           where l.reference > :after order by l.reference limit :most
          """)
          .with(Map.of("links", Topic.LEARNER_LINK.topicName()));

  private final Jdbi jdbi;

  LinksAreSomebodys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, LinksAreSomebodys::fault);
  }

  private static Optional<String> fault(ResultSet row) throws SQLException {
    return row.getBoolean("holds") ? Optional.empty() : Optional.of("Nobody told whose it is.");
  }
}
