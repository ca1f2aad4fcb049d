package org.mikromerit.stacking.evaluation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a rule is fulfilled.
 *
 * @param lines one for every node of the rule, each group before what is in it
 * @param parts the credentials that fulfil the rule, each once, in the rule's order; of an n-of
 *     group only the first n, so that losing one beyond them harms nothing. Empty unless fulfilled.
 */
public record Findings(boolean fulfilled, List<Line> lines, List<UUID> parts) {

  /**
   * What became of one node of the rule.
   *
   * @param path of the node in the rule, as a JSON pointer
   * @param rule {@code allOf}, {@code nOf} or {@code part}
   * @param satisfiedBy the credentials that fulfil it; null where it is not fulfilled
   * @param missing what it lacks; null where it is fulfilled
   */
  public record Line(
      String path, String rule, @Nullable List<UUID> satisfiedBy, @Nullable Missing missing) {}

  /**
   * What a line lacks.
   *
   * @param more how many more of its direct rules must be fulfilled; 1 for a part
   * @param definitions those below it that no credential stands for yet
   */
  public record Missing(int more, List<UUID> definitions) {}
}
