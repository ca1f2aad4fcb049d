package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.credential.openbadge.CredentialFacts;

/** Whether the credential is valid at this moment: from its start on, and before its end. */
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
    return List.of(new Finding(CheckName.TIME, code(facts, credential.now()), evidence));
  }

  private static FindingCode code(CredentialFacts facts, Instant now) {
    if (facts.validUntil().isPresent() && !facts.validUntil().get().isAfter(facts.issuedAt())) {
      return FindingCode.VALIDITY_INVERTED;
    }
    if (facts.issuedAt().isAfter(now)) {
      return FindingCode.NOT_YET_VALID;
    }
    if (facts.validUntil().isPresent() && !facts.validUntil().get().isAfter(now)) {
      return FindingCode.EXPIRED;
    }
    return FindingCode.WITHIN_VALIDITY;
  }
}
