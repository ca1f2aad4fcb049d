package org.mikromerit.issuer.definition;

import java.util.List;
import org.mikromerit.issuer.definition.rules.Finding;

/**
 * What is found about a version that somebody wants to publish.
 *
 * @param objections for which it is not published
 * @param warnings for which it is published nevertheless
 */
public record Judgement(List<Finding> objections, List<Finding> warnings) {
  public Judgement {
    objections = List.copyOf(objections);
    warnings = List.copyOf(warnings);
  }
}
