package org.mikromerit.issuer.batch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.Problem;

/** Tells what is wrong with a row in the words of a single issue, by the file's columns. */
final class RowProblems {
  private RowProblems() {}

  static RowReport.Problem of(@Nullable Column column, String code, String detail) {
    return new RowReport.Problem(column == null ? null : column.heading(), code, detail);
  }

  static List<RowReport.Problem> of(Problem problem) {
    return problem.members().get("errors") instanceof List<?> errors
        ? errors.stream().map(RowProblems::error).toList()
        : List.of(
            new RowReport.Problem(
                column(problem.members().get("field")),
                slug(String.valueOf(problem.members().get("type"))),
                detail(problem)));
  }

  /** With the reason that an authority or a creator gave, where one did. */
  private static String detail(Problem problem) {
    Object reason = problem.members().get("reason");
    return problem.members().get("detail") + (reason == null ? "" : " Reason: " + reason);
  }

  static List<RowReport.Problem> of(List<Map<String, Object>> errors) {
    return errors.stream().map(RowProblems::error).toList();
  }

  private static RowReport.Problem error(Object error) {
    Map<?, ?> members = (Map<?, ?>) error;
    return new RowReport.Problem(
        column(members.get("field")),
        String.valueOf(members.get("code")),
        String.valueOf(members.get("detail")));
  }

  private static @Nullable String column(@Nullable Object pointer) {
    return Column.at(String.valueOf(pointer)).map(Column::heading).orElse(null);
  }

  private static String slug(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
