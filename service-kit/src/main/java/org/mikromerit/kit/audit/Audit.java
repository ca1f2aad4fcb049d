package org.mikromerit.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.sql.Columns;
import org.mikromerit.kit.sql.WriteTogether;
import org.mikromerit.kit.tenant.Caller;

/**
 * Writes who did what, in the transaction that did it. Details carry ids and codes, never people.
 */
@ApplicationScoped
public class Audit {
  private static final String SYSTEM = "system";

  private final Jdbi jdbi;
  private final WriteTogether together;
  private final Caller caller;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Consumer<List<Entry>> insert = this::insert;

  Audit(Jdbi jdbi, WriteTogether together, Caller caller, ObjectMapper json, InstantSource clock) {
    this.jdbi = jdbi;
    this.together = together;
    this.caller = caller;
    this.json = json;
    this.clock = clock;
  }

  private record Entry(
      Instant at,
      String actor,
      @Nullable UUID organisation,
      String action,
      String subjectType,
      String subject,
      String detail) {}

  /** What the caller of this request did. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(String action, String subjectType, Object subjectId, Map<String, ?> detail) {
    write(
        caller.subject(),
        caller.organisationIfAny().orElse(null),
        action,
        subjectType,
        subjectId,
        detail);
  }

  /** What the service does for a caller whose request has ended, such as a row of a long job. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordFor(
      String actor,
      UUID organisation,
      String action,
      String subjectType,
      Object subjectId,
      Map<String, ?> detail) {
    write(actor, organisation, action, subjectType, subjectId, detail);
  }

  /** What the service did by itself, for the organisation that it concerns. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void recordBySystem(
      @Nullable UUID organisation,
      String action,
      String subjectType,
      Object subjectId,
      Map<String, ?> detail) {
    write(SYSTEM, organisation, action, subjectType, subjectId, detail);
  }

  private void write(
      String actor,
      @Nullable UUID organisation,
      String action,
      String subjectType,
      Object subjectId,
      Map<String, ?> detail) {
    together.add(
        insert,
        new Entry(
            clock.instant(),
            actor,
            organisation,
            action,
            subjectType,
            subjectId.toString(),
            text(detail)));
  }

  private void insert(List<Entry> entries) {
    var each = Columns.of(entries);
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into audit (at, actor, organisation, action, subject_type, subject, detail)
                    select at, actor, organisation, action, subject_type, subject, cast(detail as jsonb)
                      from unnest(:ats, :actors, :organisations, :actions, :subjectTypes, :subjects, :details)
                           with ordinality
                        as entry (at, actor, organisation, action, subject_type, subject, detail, place)
                     order by place
                    """)
                .bind("ats", each.times(Entry::at))
                .bind("actors", each.texts(Entry::actor))
                .bind("organisations", each.uuids(Entry::organisation))
                .bind("actions", each.texts(Entry::action))
                .bind("subjectTypes", each.texts(Entry::subjectType))
                .bind("subjects", each.texts(Entry::subject))
                .bind("details", each.texts(Entry::detail))
                .execute());
  }

  private String text(Map<String, ?> detail) {
    try {
      return json.writeValueAsString(detail);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Audit details are plain values", e);
    }
  }
}
