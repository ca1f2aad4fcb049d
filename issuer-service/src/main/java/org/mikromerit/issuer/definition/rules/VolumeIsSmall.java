package org.mikromerit.issuer.definition.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.issuer.definition.Draft.Credits;

/** NOT-5: a micro-credential is the record of a small volume of learning. */
final class VolumeIsSmall implements Rule {
  private static final String CODE = "MC-NOT-SMALL";

  private final BigDecimal leastHours;
  private final BigDecimal mostHours;
  private final BigDecimal mostEcts;

  VolumeIsSmall(BigDecimal leastHours, BigDecimal mostHours, BigDecimal mostEcts) {
    this.leastHours = leastHours;
    this.mostHours = mostHours;
    this.mostEcts = mostEcts;
  }

  @Override
  public List<Finding> check(Proposal proposal) {
    var workload = proposal.draft().workload();
    if (!proposal.isMicroCredential() || workload == null) {
      return List.of();
    }
    var findings = new ArrayList<Finding>();
    BigDecimal hours = workload.hours();
    if (hours != null && (hours.compareTo(leastHours) < 0 || hours.compareTo(mostHours) > 0)) {
      findings.add(
          Finding.of(
              CODE,
              "/workload/hours",
              "A micro-credential takes "
                  + leastHours
                  + " to "
                  + mostHours
                  + " hours. Divide what is larger."));
    }
    Credits credits = workload.credits();
    if (credits != null
        && "ECTS".equals(credits.system())
        && credits.value() != null
        && credits.value().compareTo(mostEcts) > 0) {
      findings.add(
          Finding.of(
              CODE,
              "/workload/credits/value",
              "A micro-credential has at most " + mostEcts + " ECTS. Divide what is larger."));
    }
    return findings;
  }
}
