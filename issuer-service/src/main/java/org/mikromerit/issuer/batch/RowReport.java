package org.mikromerit.issuer.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row, told without a word of what stood in it.
 *
 * @param number its place among the file's rows, from 1
 * @param row as a spreadsheet shows it: the heading is row 1
 * @param credential the one that was issued, now or before
 */
public record RowReport(
    int number, int row, RowState state, @Nullable UUID credential, List<Problem> problems) {

  /**
   * One thing that is wrong with a row.
   *
   * @param field the heading of the column; null where it is no single one
   * @param code stable, for programs
   */
  public record Problem(@Nullable String field, String code, String detail) {}
}
