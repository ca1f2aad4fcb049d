package org.mikromerit.issuer.definition.rules;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft.Workload;

/** Standard element 7. */
final class WorkloadStated implements Rule {

  @Override
  public List<Finding> check(Proposal proposal) {
    Workload workload = proposal.draft().workload();
    if (workload == null || workload.hours() == null) {
      return proposal.needs(StandardElement.WORKLOAD)
          ? List.of(missing("/workload/hours", "State the learner's notional hours of work."))
          : List.of();
    }
    var findings = new ArrayList<Finding>();
    if (workload.hours().signum() == 0) {
      findings.add(missing("/workload/hours", "The hours are more than none."));
    }
    var credits = workload.credits();
    if (credits != null
        && (Stated.isMissing(credits.system())
            || credits.value() == null
            || credits.value().signum() == 0)) {
      findings.add(
          missing("/workload/credits", "Credits have a system, such as ECTS, and a value."));
    }
    return findings;
  }

  private static Finding missing(String field, String detail) {
    return Finding.missing(StandardElement.WORKLOAD, field, detail);
  }
}
