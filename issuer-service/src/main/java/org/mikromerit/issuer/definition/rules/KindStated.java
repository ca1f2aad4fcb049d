package org.mikromerit.issuer.definition.rules;

import java.util.List;

/** A definition says what kind of credential it awards. */
final class KindStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    if (proposal.draft().kind() != null) {
      return List.of();
    }
    return List.of(
        Finding.of(
            "KIND-MISSING", "/kind", "State MICRO_CREDENTIAL, VERIFIED_SKILL or ATTENDANCE."));
  }
}
