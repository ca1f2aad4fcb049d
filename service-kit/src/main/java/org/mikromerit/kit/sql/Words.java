package org.mikromerit.kit.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words that a text is to have, each somewhere in it and in any case, in every alphabet. A trigram
 * index over {@link #folded} finds them.
 */
public record Words(List<String> all) {

  public Words {
    all = List.copyOf(all);
  }

  public boolean none() {
    return all.isEmpty();
  }

  /**
   * The condition that a text has them all.
   *
   * @param text an SQL expression; code, never input
   */
  public String in(String text) {
    return none()
        ? "true"
        : IntStream.range(0, all.size())
            .mapToObj(i -> folded(text) + " like " + folded("cast(:word" + i + " as text)"))
            .collect(Collectors.joining(" and ", "(", ")"));
  }

  /** What {@link #in} binds. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String word : all) {
      parameters.put("word" + parameters.size(), "%" + literal(word) + "%");
    }
    return parameters;
  }

  /** Unicode's lower case, whatever language the database was made for: Å is å. */
  private static String folded(String text) {
    return "lower((" + text + ") collate pg_c_utf8)";
  }

  /** What means something in a pattern means itself. */
  private static String literal(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
