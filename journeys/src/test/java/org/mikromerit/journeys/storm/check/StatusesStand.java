package org.mikromerit.journeys.storm.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each credential stands as its issuer was last told, and no other was touched. */
final class StatusesStand implements Check {

  @Override
  public String question() {
    return "what was revoked or suspended is, and nothing else";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    Map<String, String> expected = new HashMap<>();
    aftermath.journal().revoked().forEach(id -> expected.put(id, "REVOKED"));
    aftermath.journal().suspended().forEach(id -> expected.put(id, "SUSPENDED"));
    Map<String, String> found =
        aftermath
            .databases()
            .pairs(
                "issuer",
                "select credential::text, status from credential_status where status <> 'VALID'");
    return Check.differences(expected, found);
  }
}
