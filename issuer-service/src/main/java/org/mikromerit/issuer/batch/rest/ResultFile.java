package org.mikromerit.issuer.batch.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.Batches;
import org.mikromerit.issuer.batch.RowReport;

/** Writes a batch's reports as a file for spreadsheets, a line for each problem. */
@ApplicationScoped
class ResultFile {
  private static final int AT_ONCE = 1_000;
  private static final String FORMULAS = "=+-@\t\r";

  private final Batches batches;

  ResultFile(Batches batches) {
    this.batches = batches;
  }

  /** Writes page by page, however many rows there are. */
  void write(UUID batch, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    var csv = new CSVPrinter(text, CSVFormat.RFC4180);
    csv.printRecord("row", "state", "credential_id", "field", "problem", "detail");
    int after = 0;
    List<RowReport> page;
    do {
      page = batches.reports(batch, null, after, AT_ONCE);
      for (RowReport report : page) {
        print(csv, report);
        after = report.number();
      }
    } while (page.size() == AT_ONCE);
    text.flush();
  }

  private static void print(CSVPrinter csv, RowReport report) throws IOException {
    if (report.problems().isEmpty()) {
      print(csv, report, null);
    }
    for (RowReport.Problem problem : report.problems()) {
      print(csv, report, problem);
    }
  }

  private static void print(CSVPrinter csv, RowReport report, RowReport.@Nullable Problem problem)
      throws IOException {
    csv.printRecord(
        report.row(),
        report.state(),
        report.credential(),
        problem == null ? null : safe(problem.field()),
        problem == null ? null : safe(problem.code()),
        problem == null ? null : safe(problem.detail()));
  }

  /** A spreadsheet calculates what begins like a formula. */
  static @Nullable String safe(@Nullable String text) {
    return text == null || text.isEmpty() || FORMULAS.indexOf(text.charAt(0)) < 0
        ? text
        : "'" + text;
  }
}
