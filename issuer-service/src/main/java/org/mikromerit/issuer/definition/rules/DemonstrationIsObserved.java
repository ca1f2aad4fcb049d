package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.CertificationLevel;

/**
 * CERT-3: what was demonstrated was done, and somebody assessed it. The evidence comes with each
 * credential.
 */
final class DemonstrationIsObserved implements Rule {
  private static final Set<AssessmentType> PERFORMANCES =
      EnumSet.of(
          AssessmentType.PRACTICAL,
          AssessmentType.PORTFOLIO,
          AssessmentType.PROJECT,
          AssessmentType.WORKPLACE,
          AssessmentType.SIMULATION);

  @Override
  public List<Finding> check(Proposal proposal) {
    var assessment = proposal.draft().assessment();
    if (proposal.draft().certificationLevel() != CertificationLevel.DEMONSTRATED
        || assessment == null) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    if (assessment.types().stream().noneMatch(PERFORMANCES::contains)) {
      findings.add(
          Finding.of(
              "DEMONSTRATED-WITHOUT-PERFORMANCE",
              "/assessment/types",
              "The level DEMONSTRATED needs an assessment of a performance: practical, portfolio,"
                  + " project, workplace or simulation."));
    }
    if (Stated.isMissing(assessment.assessorRole())) {
      findings.add(
          Finding.of(
              "DEMONSTRATED-WITHOUT-ASSESSOR",
              "/assessment/assessorRole",
              "The level DEMONSTRATED needs an assessor: state the role of who assesses."));
    }
    return findings;
  }
}
