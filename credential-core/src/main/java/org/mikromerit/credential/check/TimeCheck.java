package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.sdjwt.Withheld;

/**
 * Whether the credential is valid at the moment in question: from its start on, and before its end.
 * Before it was signed, it did not exist.
 */
final class TimeCheck implements Check {

  @Override
  public CheckName name() {
    return CheckName.TIME;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    CredentialFacts facts = credential.facts();
    Map<String, String> evidence = new HashMap<>();
    evidence.put("validFrom", facts.issuedAt().toString());
    facts.validUntil().ifPresent(until -> evidence.put("validUntil", until.toString()));
    return List.of(new Finding(CheckName.TIME, code(credential), evidence));
  }

  private static FindingCode code(Proven credential) {
    CredentialFacts facts = credential.facts();
    Instant asOf = credential.asOf();
    if (facts.validUntil().filter(until -> until.isBefore(facts.issuedAt())).isPresent()) {
      return FindingCode.VALIDITY_INVERTED;
    }
    if (facts.issuedAt().isAfter(asOf) || wasSignedLater(credential)) {
      return FindingCode.NOT_YET_VALID;
    }
    if (facts.validUntil().isPresent() && !facts.validUntil().get().isAfter(asOf)) {
      return FindingCode.EXPIRED;
    }
    Set<Withheld> hidden = credential.showing().mayHide();
    return hidden.contains(Withheld.BEGINNING) || hidden.contains(Withheld.END)
        ? FindingCode.TIME_MAY_BE_WITHHELD
        : FindingCode.WITHIN_VALIDITY;
  }

  // Of now, a proof may be dated a little ahead of our clock.
  private static boolean wasSignedLater(Proven credential) {
    return credential.moment().isPast() && credential.proof().created().isAfter(credential.asOf());
  }
}
