package org.mikromerit.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.tenant.Caller;

/**
 * Writes who did what, in the transaction that did it. Details carry ids and codes, never people.
 */
@ApplicationScoped
public class Audit {
  private static final String SYSTEM = "system";

  private final Jdbi jdbi;
  private final Caller caller;
  private final ObjectMapper json;
  private final InstantSource clock;

  Audit(Jdbi jdbi, Caller caller, ObjectMapper json, InstantSource clock) {
    this.jdbi = jdbi;
    this.caller = caller;
    this.json = json;
    this.clock = clock;
  }

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
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into audit (at, actor, organisation, action, subject_type, subject, detail)
                    values (:at, :actor, :organisation, :action, :subjectType, :subject, cast(:detail as jsonb))
                    """)
                .bind("at", clock.instant())
                .bind("actor", actor)
                .bind("organisation", organisation)
                .bind("action", action)
                .bind("subjectType", subjectType)
                .bind("subject", subjectId.toString())
                .bind("detail", text(detail))
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
