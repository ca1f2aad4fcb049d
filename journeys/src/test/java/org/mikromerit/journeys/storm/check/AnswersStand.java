package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Digest;
import org.mikromerit.journeys.storm.Tenant;
import org.mikromerit.testkit.http.Http.Reply;

/** Whoever repeats a question under its key gets the first answer, from either instance. */
final class AnswersStand implements Check {
  private static final int ASKED = 300;

  @Override
  public String question() {
    return "an answer that is asked for again is the same";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    List<String> violations = new ArrayList<>();
    for (int n = 0; n < ASKED; n++) {
      aftermath
          .journal()
          .any(aftermath.random())
          .filter(entry -> !Digest.sha256(again(aftermath, entry).body()).equals(entry.digest()))
          .ifPresent(entry -> violations.add("another answer: " + entry.key()));
    }
    return violations;
  }

  private static Reply again(Aftermath aftermath, ClientJournal.Issued entry) {
    Tenant tenant = aftermath.tenants().get(entry.tenant());
    return aftermath
        .insisting()
        .ask(
            "issuer",
            aftermath.random(),
            issuer -> tenant.at(issuer).issue(entry.definition(), entry.recipient(), entry.key()));
  }
}
