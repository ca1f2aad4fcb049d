package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;

/** Whoever earned an award has it, once; whoever did not has none that stands. */
final class StacksAgree implements Check {

  @Override
  public String question() {
    return "each completed pathway earned one award, and only those";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    var databases = aftermath.databases();
    List<String> violations = new ArrayList<>();
    violations.addAll(
        Check.differences(
            databases.pairs(
                "issuer",
                "select c.id::text, (s.status <> 'VALID')::text from credential c"
                    + " join credential_status s on s.credential = c.id"),
            databases.pairs("stacking", "select id::text, revoked::text from credential")));
    violations.addAll(
        Check.differences(
            databases.pairs("stacking", "select id::text, pathway::text from stack"),
            databases.pairs("issuer", "select stack::text, pathway::text from award")));
    for (var tenant : aftermath.tenants()) {
      violations.addAll(
          Check.differences(
              databases.pairs("issuer", holdersOf(tenant.first(), tenant.second())),
              databases.pairs(
                  "stacking",
                  "select learner, 'completed' from progress where state = 'COMPLETED'"
                      + " and pathway = '%s'".formatted(tenant.pathway()))));
    }
    return violations;
  }

  /** Who holds both parts, both of them valid. */
  private static String holdersOf(String first, String second) {
    return """
        select c.learner_ref, 'completed' from credential c
        join credential_status s on s.credential = c.id
        where s.status = 'VALID' and c.definition in ('%s', '%s')
        group by c.learner_ref having count(distinct c.definition) = 2
        """
        .formatted(first, second);
  }
}
