package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft.Assessment;

/**
 * Standard element 9, NOT-1 and QA-1: without assessment there is no micro-credential, and of every
 * assessment it is said who assesses, and whether learners are watched and known.
 */
final class AssessmentStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    Assessment assessment = proposal.draft().assessment();
    if (!proposal.needs(StandardElement.ASSESSMENT)) {
      return List.of();
    }
    if (assessment == null || assessment.types().stream().allMatch(AssessmentStated::isNone)) {
      return List.of(notAssessed(proposal));
    }
    var findings = new ArrayList<Finding>();
    if (assessment.supervision() == null) {
      findings.add(
          Finding.missing(
              StandardElement.ASSESSMENT,
              "/assessment/supervision",
              "State whether the assessment is supervised and the learner's identity checked."));
    }
    // Of what is demonstrated a rule of its own asks it.
    if (Stated.isMissing(assessment.assessorRole())
        && proposal.draft().certificationLevel() != CertificationLevel.DEMONSTRATED) {
      findings.add(
          Finding.missing(
              StandardElement.ASSESSMENT,
              "/assessment/assessorRole",
              "State who assesses, by their role and never by name."));
    }
    return findings;
  }

  private static boolean isNone(AssessmentType type) {
    return type == AssessmentType.ATTENDANCE;
  }

  private static Finding notAssessed(Proposal proposal) {
    String detail =
        "State how the outcomes are assessed; having been there is no assessment. What is not"
            + " assessed can be published as ATTENDANCE.";
    return proposal.isMicroCredential()
        ? new Finding("MC-NOT-ASSESSED", StandardElement.ASSESSMENT, "/assessment/types", detail)
        : Finding.missing(StandardElement.ASSESSMENT, "/assessment/types", detail);
  }
}
