package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.List;

/** PRV-3: nobody can assess an outcome without knowing what shows it. */
final class OutcomesHaveCriteria implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    var findings = new ArrayList<Finding>();
    var outcomes = proposal.draft().outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      if (Stated.isMissing(outcomes.get(i).criterion())) {
        findings.add(
            Finding.of(
                "OUTCOME-WITHOUT-CRITERION",
                "/outcomes/" + i + "/criterion",
                "State the criterion by which this outcome is assessed."));
      }
    }
    return findings;
  }
}
