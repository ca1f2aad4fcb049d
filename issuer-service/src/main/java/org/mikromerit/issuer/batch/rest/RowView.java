package org.mikromerit.issuer.batch.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.RowReport;
import org.mikromerit.issuer.batch.RowState;

/**
 * What became of a row; nothing of what stood in it.
 *
 * @param row as a spreadsheet shows it: the heading is row 1
 * @param problems with the heading of the column, where it is one
 */
record RowView(
    int row, RowState state, @Nullable UUID credentialId, List<RowReport.Problem> problems) {

  static RowView of(RowReport report) {
    return new RowView(report.row(), report.state(), report.credential(), report.problems());
  }
}
