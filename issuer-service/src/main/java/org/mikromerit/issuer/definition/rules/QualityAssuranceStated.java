package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft.QualityAssurance;

/**
 * Standard element 11, QA-1 and NOT-4: who vouches is said, and for a micro-credential somebody
 * does.
 */
final class QualityAssuranceStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    QualityAssurance assurance = proposal.draft().qualityAssurance();
    QualityAssuranceType type = assurance == null ? null : assurance.type();
    if (type == null || (type == QualityAssuranceType.NONE && proposal.isMicroCredential())) {
      return List.of(notAssured(proposal));
    }
    if (namesAnother(type) && assurance != null && Stated.isMissing(assurance.body())) {
      return List.of(
          new Finding(
              "QA-WITHOUT-BODY",
              StandardElement.QUALITY_ASSURANCE,
              "/qualityAssurance/body",
              "Name the body that assures the quality."));
    }
    return List.of();
  }

  private static boolean namesAnother(QualityAssuranceType type) {
    return type == QualityAssuranceType.THIRD_PARTY || type == QualityAssuranceType.AUDITED;
  }

  private static Finding notAssured(Proposal proposal) {
    return proposal.isMicroCredential()
        ? new Finding(
            "MC-NOT-QA",
            StandardElement.QUALITY_ASSURANCE,
            "/qualityAssurance/type",
            "State how the quality is assured: self-asserted, third-party or audited.")
        : Finding.missing(
            StandardElement.QUALITY_ASSURANCE,
            "/qualityAssurance/type",
            "State how the quality is assured, or none.");
  }
}
