package org.mikromerit.issuer.definition.rules;

import java.util.List;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.CredentialKind;

/** CERT-2: who certifies that somebody was there does not certify a skill. */
final class ParticipationMeansAttendance implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    var kind = proposal.draft().kind();
    var level = proposal.draft().certificationLevel();
    if (kind == null
        || level == null
        || (kind == CredentialKind.ATTENDANCE) == (level == CertificationLevel.PARTICIPATION)) {
      return List.of();
    }
    return List.of(
        Finding.of(
            "PARTICIPATION-IS-ATTENDANCE",
            "/certificationLevel",
            "The level PARTICIPATION goes with the kind ATTENDANCE, and with no other."));
  }
}
