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
 * What is left to hold against once the broker forgot an issue: each credential's issue or change
 * was applied once, and it is whose its reference is.
 */
@ApplicationScoped
class CredentialsWereTold implements Check {
  private static final String NAME = "credentials";
  private static final EachRow ROWS =
      EachRow.byId(
              NAME,
              "credential",
              "id",
              5_000,
              """
          select c.id as key,
                 (i.subject is not null) = (c.learner_ref is not null)
                   and (i.subject is not null or s.subject is not null) as told,
                 c.learner is not distinct from l.learner as theirs
            from credential c
            left join entity_version i on i.topic = :issues and i.subject = c.id::text
            left join entity_version s on s.topic = :statuses and s.subject = c.id::text
            left join learner_link l on l.reference = c.learner_ref
           where c.id > :after order by c.id limit :most
          """)
          .with(
              Map.of(
                  "issues", Topic.CREDENTIAL.topicName(),
                  "statuses", Topic.CREDENTIAL_STATUS.topicName()));

  private final Jdbi jdbi;

  CredentialsWereTold(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, CredentialsWereTold::fault);
  }

  private static Optional<String> fault(ResultSet row) throws SQLException {
    if (!row.getBoolean("told")) {
      return Optional.of("Nobody told of it.");
    }
    return row.getBoolean("theirs")
        ? Optional.empty()
        : Optional.of("It is not whose its reference is.");
  }
}
