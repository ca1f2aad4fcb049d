package org.mikromerit.issuer.definition.rules;

import java.util.List;

/** CERT-1: every credential has exactly one level of certification. */
final class CertificationLevelStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    if (proposal.draft().certificationLevel() != null) {
      return List.of();
    }
    return List.of(
        Finding.of(
            "CERTIFICATION-LEVEL-MISSING",
            "/certificationLevel",
            "State PARTICIPATION, OBJECTIVES or DEMONSTRATED."));
  }
}
