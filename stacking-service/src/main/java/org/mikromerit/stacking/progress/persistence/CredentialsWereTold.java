package org.mikromerit.stacking.progress.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * What is left to hold against once the broker forgot an issue: each credential's issue or change
 * was applied once, and it is whose its reference is.
 */
@ApplicationScoped
class CredentialsWereTold implements Check {
  private static final int AT_ONCE = 5_000;

  private final Jdbi jdbi;

  CredentialsWereTold(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public String name() {
    return "credentials";
  }

  private record Row(UUID credential, boolean told, boolean theirs) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? new UUID(0, 0) : UUID.fromString(cursor));
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().credential().toString(),
        rows.size(),
        rows.stream()
            .filter(row -> !row.told() || !row.theirs())
            .map(
                row ->
                    new Violation(
                        name(),
                        "credential",
                        "id=" + row.credential(),
                        row.told() ? "It is not whose its reference is." : "Nobody told of it."))
            .toList());
  }

  /** One statement, so that an event under way is seen whole or not at all. */
  private List<Row> after(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select c.id,
                           (i.subject is not null) = (c.learner_ref is not null)
                             and (i.subject is not null or s.subject is not null) as told,
                           c.learner is not distinct from l.learner as theirs
                      from credential c
                      left join entity_version i on i.topic = :issues and i.subject = c.id::text
                      left join entity_version s on s.topic = :statuses and s.subject = c.id::text
                      left join learner_link l on l.reference = c.learner_ref
                     where c.id > :credential order by c.id limit :most
                    """)
                .bind("issues", Topic.CREDENTIAL.topicName())
                .bind("statuses", Topic.CREDENTIAL_STATUS.topicName())
                .bind("credential", credential)
                .bind("most", AT_ONCE)
                .map(
                    (row, _) ->
                        new Row(
                            row.getObject("id", UUID.class),
                            row.getBoolean("told"),
                            row.getBoolean("theirs")))
                .list());
  }
}
