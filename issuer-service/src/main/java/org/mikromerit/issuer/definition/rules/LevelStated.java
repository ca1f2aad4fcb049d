package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft.Level;

/** Standard element 8: a level, or why none applies. */
final class LevelStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    Level level = proposal.draft().level();
    boolean stated =
        level == null
            ? !proposal.needs(StandardElement.LEVEL)
            : (level.framework() != null && level.value() != null)
                != !Stated.isMissing(level.notApplicable());
    if (stated) {
      return List.of();
    }
    return List.of(
        Finding.missing(
            StandardElement.LEVEL,
            "/level",
            "State framework and value, or under notApplicable the reason why there is no"
                + " level."));
  }
}
