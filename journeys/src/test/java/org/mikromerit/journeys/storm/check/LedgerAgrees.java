package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;

/** The ledger has each issue once with the digest of the very bytes, and each revocation. */
final class LedgerAgrees implements Check {

  @Override
  public String question() {
    return "the ledger has each issue and each revocation, and no other";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    var databases = aftermath.databases();
    List<String> violations = new ArrayList<>();
    violations.addAll(
        Check.differences(
            databases.pairs("issuer", "select id::text, digest from credential"),
            databases.pairs(
                "registry",
                "select credential::text, digest from ledger_entry where fact = 'ISSUED'")));
    violations.addAll(
        Check.differences(
            databases.pairs(
                "issuer",
                "select credential::text, reason from credential_status where status = 'REVOKED'"),
            databases.pairs(
                "registry",
                "select credential::text, reason from ledger_entry where fact = 'REVOKED'")));
    violations.addAll(
        Check.differences(
            databases.pairs(
                "issuer",
                "select credential::text, reason from credential_status where status = 'SUSPENDED'"),
            databases.pairs("registry", "select credential::text, reason from suspension")));
    return violations;
  }
}
