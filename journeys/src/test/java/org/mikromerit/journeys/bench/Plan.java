package org.mikromerit.journeys.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured, and how long.
 *
 * @param goals in the order in which they are measured
 * @param rows of the large batch
 * @param rounds at least five, so that a median has a range
 */
record Plan(List<Goal> goals, boolean quick, int rows, int rounds) {
  private static final int LARGE_BATCH = 100_000;
  private static final int QUICK_BATCH = 5_000;

  Plan {
    goals = List.copyOf(goals);
  }

  /** Of a command's words: {@code --quick}, {@code --rows N}, and goals, none for all of them. */
  static Plan of(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    boolean quick = rest.remove("--quick");
    int rows = quick ? QUICK_BATCH : LARGE_BATCH;
    int named = rest.indexOf("--rows");
    if (named >= 0) {
      rows = Integer.parseInt(rest.remove(named + 1));
      rest.remove(named);
    }
    List<String> known = Goal.ALL.stream().map(Goal::id).toList();
    if (!known.containsAll(rest)) {
      throw new IllegalArgumentException(
          "Goals are " + String.join(", ", known) + "; besides --quick and --rows N");
    }
    List<Goal> goals =
        Goal.ALL.stream().filter(goal -> rest.isEmpty() || rest.contains(goal.id())).toList();
    return new Plan(goals, quick, rows, 5);
  }

  /** Issues before anything counts: a JVM compiles what it runs often. */
  int warmUp() {
    return quick ? 2_500 : 50_000;
  }

  /** After so long it is as warm as it gets. */
  Duration longestWarmUp() {
    return Duration.ofSeconds(quick ? 90 : 300);
  }

  /** How long one round takes. */
  Duration round() {
    return Duration.ofSeconds(quick ? 3 : 10);
  }
}
