package org.mikromerit.kit.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes that personal data leaves, in the transaction that lets it go: without the note there is no
 * answer and no event.
 */
@ApplicationScoped
public class Disclosures {
  private static final int LONGEST = 200;

  private final Jdbi jdbi;
  private final InstantSource clock;

  Disclosures(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Notes one disclosure. Neither the recipient nor the subject names a person: both are ids, kinds
   * or pseudonyms of at most 200 characters.
   *
   * @param recipient who gets it, such as {@code learner:<id>} or {@code registry}
   * @param subjectType what it is about, such as {@code credential}
   * @param subject the id of what it is about
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(
      Basis basis, Purpose purpose, String recipient, String subjectType, Object subject) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into disclosure (at, basis, purpose, recipient, subject_type, subject)
                    values (:at, :basis, :purpose, :recipient, :subjectType, :subject)
                    """)
                .bind("at", clock.instant())
                .bind("basis", basis.name())
                .bind("purpose", purpose.name())
                .bind("recipient", bounded("recipient", recipient))
                .bind("subjectType", bounded("subjectType", subjectType))
                .bind("subject", bounded("subject", subject.toString()))
                .execute());
  }

  private static String bounded(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(what + " has 1 to " + LONGEST + " characters");
    }
    return text;
  }
}
