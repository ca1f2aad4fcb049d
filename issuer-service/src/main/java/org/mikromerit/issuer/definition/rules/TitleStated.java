package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;

/** Standard element 2. */
final class TitleStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    if (!Stated.isMissing(proposal.draft().title())) {
      return List.of();
    }
    return List.of(
        Finding.missing(
            StandardElement.TITLE, "/title", "Give a title in Swedish, English or both."));
  }
}
