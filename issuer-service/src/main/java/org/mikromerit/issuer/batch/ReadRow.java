package org.mikromerit.issuer.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.issuance.ReadOrder;
import org.mikromerit.issuer.issuance.ReadOrder.Written;
import org.mikromerit.kit.problem.Violations;

/** Makes an order of a row's cells, by the same rules as for a request. */
@ApplicationScoped
class ReadRow {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern VERSION_FORM = Pattern.compile("[0-9]{1,9}");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final UUID NONE = new UUID(0, 0);
  private static final String INVALID = "invalid-value";
  private static final String MISSING = "STANDARD-ELEMENT-MISSING";

  private final ReadOrder readOrder;

  ReadRow(ReadOrder readOrder) {
    this.readOrder = readOrder;
  }

  /**
   * A row as it was read.
   *
   * @param order to be carried out only where there are no problems
   */
  record Read(Order order, List<RowReport.Problem> problems) {}

  Read read(UUID organisation, SentRow row) {
    Map<Column, String> cells = row.cells();
    var problems = new ArrayList<RowReport.Problem>();
    if (row.surplus()) {
      problems.add(
          RowProblems.of(
              null,
              "too-many-cells",
              "The row has more cells than there are headings: put text that contains the"
                  + " separator between quotation marks."));
    }
    missing(cells, problems);
    UUID definition = definition(cells.get(Column.DEFINITION), problems);
    int version = version(cells.get(Column.VERSION), problems);
    Instant awardedAt = awardedAt(cells.get(Column.AWARDED_AT), problems);
    var violations = new Violations();
    Order order =
        readOrder.read(
            organisation,
            new Written(
                definition,
                version,
                cells.get(Column.GIVEN_NAME),
                cells.get(Column.FAMILY_NAME),
                cells.get(Column.IDENTIFIER_TYPE),
                cells.get(Column.IDENTIFIER),
                awardedAt,
                cells.containsKey(Column.GRADE) || cells.containsKey(Column.GRADE_SCHEME),
                cells.get(Column.GRADE),
                cells.get(Column.GRADE_SCHEME),
                cells.get(Column.EXTERNAL_REFERENCE),
                cells.get(Column.EVIDENCE_STATEMENT)),
            violations);
    problems.addAll(RowProblems.of(violations.errors()));
    return new Read(order, problems);
  }

  private static void missing(Map<Column, String> cells, List<RowReport.Problem> problems) {
    boolean claimed = "claim-code".equals(cells.get(Column.IDENTIFIER_TYPE));
    if (claimed && !cells.containsKey(Column.EXTERNAL_REFERENCE)) {
      // By what else would the row be known again?
      problems.add(
          RowProblems.of(
              Column.EXTERNAL_REFERENCE,
              "reference-missing",
              "A learner with a claim code needs a reference of yours, new for each learner."));
    }
    for (Column column : Column.REQUIRED) {
      if (!cells.containsKey(column) && !(claimed && column == Column.IDENTIFIER)) {
        problems.add(RowProblems.of(column, MISSING, "Fill in this column for every learner."));
      }
    }
  }

  private static UUID definition(@Nullable String text, List<RowReport.Problem> problems) {
    if (text != null && UUID_FORM.matcher(text).matches()) {
      return UUID.fromString(text);
    }
    problems.add(
        RowProblems.of(
            Column.DEFINITION,
            INVALID,
            "Name the definition by its id, in this column or as the parameter definition."));
    return NONE;
  }

  private static int version(@Nullable String text, List<RowReport.Problem> problems) {
    if (text != null && VERSION_FORM.matcher(text).matches()) {
      return Integer.parseInt(text);
    }
    problems.add(
        RowProblems.of(
            Column.VERSION,
            INVALID,
            "Give the definition's version, in this column or as the parameter version."));
    return 0;
  }

  private static @Nullable Instant awardedAt(
      @Nullable String text, List<RowReport.Problem> problems) {
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime read =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
              : OffsetDateTime.parse(text);
      if (read.getYear() >= FIRST_YEAR && read.getYear() <= LAST_YEAR) {
        return read.toInstant().truncatedTo(ChronoUnit.MICROS);
      }
    } catch (DateTimeException _) {
      // Said below, without the value.
    }
    problems.add(
        RowProblems.of(
            Column.AWARDED_AT,
            INVALID,
            "Write a date as 2026-05-20, or with time and offset as 2026-05-20T12:00:00+02:00."));
    return null;
  }
}
