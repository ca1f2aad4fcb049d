package org.mikromerit.kit.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of rows, as PostgreSQL writes an {@code int8multirange}.
 *
 * @param text such as <code>{[1,5),[7,8)}</code>
 */
record Positions(String text) {
  private static final Pattern RANGE = Pattern.compile("\\[(-?\\d{1,19}),(-?\\d{1,19})\\)");

  /** Of numbers in ascending order, each once. */
  static Positions of(List<Long> ascending) {
    var ranges = new ArrayList<String>();
    for (int begin = 0, end; begin < ascending.size(); begin = end) {
      end = begin + 1;
      while (end < ascending.size() && ascending.get(end) == ascending.get(end - 1) + 1) {
        end++;
      }
      ranges.add("[%d,%d)".formatted(ascending.get(begin), ascending.get(end - 1) + 1));
    }
    return new Positions("{" + String.join(",", ranges) + "}");
  }

  /** The numbers, unless they are more than so many: nobody sealed that, so it is not counted. */
  Optional<List<Long>> upTo(int most) {
    var all = new ArrayList<Long>();
    Matcher ranges = RANGE.matcher(text);
    int read = 0;
    try {
      while (ranges.find()) {
        read += ranges.group().length() + 1;
        long begin = Long.parseLong(ranges.group(1));
        long end = Long.parseLong(ranges.group(2));
        if (Math.subtractExact(end, begin) > most - all.size()) {
          return Optional.empty();
        }
        for (long each = begin; each < end; each++) {
          all.add(each);
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
    // Anything besides the ranges, such as one without an end, is none that we wrote.
    return read + 1 == text.length() ? Optional.of(all) : Optional.empty();
  }
}
