package org.mikromerit.journeys.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured several times: its middle and its range, or its percentiles. */
final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing was measured");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  static <T> Sample of(Collection<T> rounds, ToDoubleFunction<T> value) {
    return of(rounds.stream().mapToDouble(value).toArray());
  }

  int size() {
    return sorted.length;
  }

  double median() {
    return percentile(50);
  }

  double from() {
    return sorted[0];
  }

  double to() {
    return sorted[sorted.length - 1];
  }

  /**
   * The least value that so many per cent do not exceed.
   *
   * @param percent above 0, at most 100
   */
  double percentile(double percent) {
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }

  /** Median and range, as a table's cell. */
  String in(String unit) {
    return sorted.length == 1
        ? number(median()) + " " + unit
        : "%s %s (%s to %s)"
            .formatted(number(median()), unit, number(from()), number(to()))
            .strip();
  }

  /** Three digits that mean something. */
  static String number(double value) {
    double size = Math.abs(value);
    int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
