package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every issue and every change of a status was written down, once. */
final class AuditTellsAll implements Check {

  @Override
  public String question() {
    return "the audit tells each issue and each change once";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    var databases = aftermath.databases();
    List<String> violations = new ArrayList<>();
    violations.addAll(
        Check.differences(
            databases
                .rows("issuer", "select id::text from credential", row -> row.getString(1))
                .stream()
                .collect(Collectors.toSet()),
            databases
                .pairs(
                    "issuer",
                    "select subject, actor from audit where action in ('credential.issued', 'award.issued')")
                .keySet()));
    violations.addAll(
        Check.differences(
            databases
                .pairs(
                    "issuer",
                    "select credential::text, reason from credential_status where status = 'REVOKED'")
                .keySet(),
            databases
                .pairs(
                    "issuer",
                    "select subject, actor from audit where action = 'credential.revoked'")
                .keySet()));
    return violations;
  }
}
