package org.mikromerit.kit.examination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a check.
 *
 * @param cursor where the next page begins; null after the last
 * @param examined how many rows or documents this page added
 * @param waits whether the same is to be looked at again a little later
 * @param note what the check has to say besides, once it is done
 */
public record CheckPage(
    @Nullable String cursor,
    long examined,
    List<Violation> violations,
    boolean waits,
    @Nullable String note) {

  public CheckPage {
    violations = List.copyOf(violations);
  }

  /** There is more behind this. */
  public static CheckPage more(String cursor, long examined, List<Violation> violations) {
    return new CheckPage(cursor, examined, violations, false, null);
  }

  /** What is under way must end first. */
  public static CheckPage again(String cursor) {
    return new CheckPage(cursor, 0, List.of(), true, null);
  }

  /** There is nothing behind this. */
  public static CheckPage last(long examined, List<Violation> violations) {
    return new CheckPage(null, examined, violations, false, null);
  }

  /** The same with something to say. */
  public CheckPage noting(String text) {
    return new CheckPage(cursor, examined, violations, waits, text);
  }
}
