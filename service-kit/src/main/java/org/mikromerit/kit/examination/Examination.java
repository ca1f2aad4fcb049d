package org.mikromerit.kit.examination;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look at everything that a service keeps.
 *
 * @param failure why it ended before its end; null where it did not
 */
record Examination(
    UUID id,
    Instant requestedAt,
    @Nullable Known known,
    @Nullable Instant finishedAt,
    @Nullable String failure,
    List<Progress> checks) {

  Examination {
    checks = List.copyOf(checks);
  }

  /**
   * How far one check is.
   *
   * @param state WAITING, RUNNING or FINISHED
   * @param pages how many were done
   * @param examined how many rows or documents
   * @param violations how many were found, of which the first thousand of each check are listed
   * @param note what it has to say besides; null until it is done
   */
  public record Progress(
      String name,
      String state,
      long pages,
      long examined,
      long violations,
      @Nullable String note) {}

  /** CLEAN and VIOLATED are ends; so is FAILED, which says nothing of what was not examined. */
  String state() {
    if (failure != null) {
      return "FAILED";
    }
    if (finishedAt == null) {
      return "RUNNING";
    }
    return violations() == 0 ? "CLEAN" : "VIOLATED";
  }

  long violations() {
    return checks.stream().mapToLong(Progress::violations).sum();
  }
}
