package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.issuer.definition.Draft.Benefit;

/** PRV-1 and NOT-3: a micro-credential is good for something by itself. */
final class BenefitStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    List<Benefit> benefits = proposal.draft().benefits();
    if (benefits.isEmpty() && proposal.isMicroCredential()) {
      return List.of(
          Finding.of(
              "MC-NOT-STANDALONE",
              "/benefits",
              "Name at least one benefit with its type, such as a job task or an admission."));
    }
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < benefits.size(); i++) {
      if (benefits.get(i).type() == null || Stated.isMissing(benefits.get(i).text())) {
        findings.add(
            Finding.of(
                "BENEFIT-INCOMPLETE", "/benefits/" + i, "Give the benefit's type and its text."));
      }
    }
    return findings;
  }
}
