package org.mikromerit.journeys.bench;

import java.util.List;

/**
 * What came of measuring a goal.
 *
 * @param measured median and range, in words for a table's cell
 * @param verdict whether that is what the goal demands
 * @param details lines of Markdown that stand below the table
 */
record Result(String measured, Verdict verdict, List<String> details) {

  Result {
    details = List.copyOf(details);
  }

  /** Whether a goal is reached. */
  enum Verdict {
    STRETCH("met, with the stretch"),
    MET("met"),
    MISSED("missed"),
    NOT_MEASURED("not measured");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** Where more is better. */
    static Verdict atLeast(double value, double limit, double stretch) {
      return value >= stretch ? STRETCH : value >= limit ? MET : MISSED;
    }

    /** Where less is better. */
    static Verdict atMost(double value, double limit, double stretch) {
      return value <= stretch ? STRETCH : value <= limit ? MET : MISSED;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
