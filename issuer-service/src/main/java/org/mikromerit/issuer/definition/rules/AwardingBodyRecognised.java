package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.definition.GovernanceModel;

/**
 * NOT-4: the awarding body is recognised under its governance model; AUTONOMOUS ones declare
 * themselves, unless the authority has said no to them.
 */
final class AwardingBodyRecognised implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    if (!proposal.isMicroCredential()
        || proposal.recognised()
        || (proposal.governance() == GovernanceModel.AUTONOMOUS && !proposal.turnedDown())) {
      return List.of();
    }
    return List.of(
        Finding.of(
            "MC-NOT-QA",
            "/awardingBody",
            "The authority has not authorised this organisation, which its governance model "
                + proposal.governance()
                + " asks for. Apply to the register first."));
  }
}
