package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft.Outcome;

/** Standard element 6: what the holder knows, understands or can do. */
final class OutcomesStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    List<Outcome> outcomes = proposal.draft().outcomes();
    if (outcomes.isEmpty()) {
      return proposal.needs(StandardElement.OUTCOMES)
          ? List.of(missing("/outcomes", "State at least one learning outcome."))
          : List.of();
    }
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (Stated.isMissing(outcomes.get(i).text())) {
        findings.add(missing("/outcomes/" + i + "/text", "Put the outcome into words."));
      }
    }
    return findings;
  }

  private static Finding missing(String field, String detail) {
    return Finding.missing(StandardElement.OUTCOMES, field, detail);
  }
}
