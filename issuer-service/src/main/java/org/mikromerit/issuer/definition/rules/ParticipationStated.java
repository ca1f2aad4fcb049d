package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft.Participation;

/** Standard element 10. */
final class ParticipationStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    Participation participation = proposal.draft().participation();
    if (participation != null && participation.mode() != null && participation.setting() != null) {
      return List.of();
    }
    return List.of(
        Finding.missing(
            StandardElement.PARTICIPATION,
            "/participation",
            "State the mode of participation and the setting of the learning."));
  }
}
