package org.mikromerit.issuer.definition.rules;

import java.util.List;

/** PRV-2: a micro-credential is one skill or one coherent set. */
final class OutcomesAreCoherent implements Rule {
  private final int most;

  OutcomesAreCoherent(int most) {
    this.most = most;
  }

  @Override
  public List<Finding> check(Proposal proposal) {
    var draft = proposal.draft();
    if (!proposal.isMicroCredential()
        || draft.outcomes().size() <= most
        || !Stated.isMissing(draft.manyOutcomesReason())) {
      return List.of();
    }
    return List.of(
        Finding.of(
            "TOO-MANY-OUTCOMES",
            "/manyOutcomesReason",
            "More than "
                + most
                + " outcomes need a written reason why they are one coherent set; or divide the"
                + " definition."));
  }
}
