package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;

/** The verifier holds the newest list of each, and knows of every change. */
final class VerifierAgrees implements Check {

  @Override
  public String question() {
    return "the verifier knows every status and holds every list's newest version";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    var databases = aftermath.databases();
    List<String> violations = new ArrayList<>();
    violations.addAll(
        Check.differences(
            databases.pairs(
                "issuer",
                "select credential::text, status from credential_status where sequence > 1"),
            databases.pairs("verification", "select id::text, status from credential_status")));
    violations.addAll(
        Check.differences(
            databases.pairs(
                "issuer", "select list::text, version::text from status_list_publication"),
            databases.pairs(
                "verification",
                "select id::text, version::text from status_list where form = 'BITSTRING'")));
    return violations;
  }
}
