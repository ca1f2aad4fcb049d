package org.mikromerit.kit.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.kit.sql.WriteTogether;

/**
 * Notes that personal data leaves, in the transaction that lets it go: without the note there is no
 * answer and no event.
 */
@ApplicationScoped
public class Disclosures {
  private static final int LONGEST = 200;

  private final Jdbi jdbi;
  private final WriteTogether together;
  private final InstantSource clock;
  private final Consumer<List<Disclosure>> insert = this::insert;

  Disclosures(Jdbi jdbi, WriteTogether together, InstantSource clock) {
    this.jdbi = jdbi;
    this.together = together;
    this.clock = clock;
  }

  private record Disclosure(
      Instant at,
      Basis basis,
      Purpose purpose,
      String recipient,
      String subjectType,
      String subject) {}

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
    together.add(
        insert,
        new Disclosure(
            clock.instant(),
            basis,
            purpose,
            bounded("recipient", recipient),
            bounded("subjectType", subjectType),
            bounded("subject", subject.toString())));
  }

  private void insert(List<Disclosure> disclosures) {
    var each = Columns.of(disclosures);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into disclosure (at, basis, purpose, recipient, subject_type, subject)
                    select at, basis, purpose, recipient, subject_type, subject
                      from unnest(:ats, :bases, :purposes, :recipients, :subjectTypes, :subjects) with ordinality
                        as disclosure (at, basis, purpose, recipient, subject_type, subject, place)
                     order by place
                    """)
                .bind("ats", each.times(Disclosure::at))
                .bind("bases", each.texts(disclosure -> disclosure.basis().name()))
                .bind("purposes", each.texts(disclosure -> disclosure.purpose().name()))
                .bind("recipients", each.texts(Disclosure::recipient))
                .bind("subjectTypes", each.texts(Disclosure::subjectType))
                .bind("subjects", each.texts(Disclosure::subject))
                .execute());
  }

  private static String bounded(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException(what + " has 1 to " + LONGEST + " characters");
    }
    return text;
  }
}
