package org.mikromerit.journeys.storm.operation;

import java.nio.charset.StandardCharsets;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Tenant;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** An employer asks about a credential; whatever dies, they are never told that it was forged. */
final class VerifyOne implements Operation {

  @Override
  public int weight() {
    return 6;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal().any(turn.random()).ifPresent(entry -> verify(turn, entry));
  }

  private static void verify(Turn turn, ClientJournal.Issued entry) {
    Tenant tenant = turn.of(entry);
    Reply document =
        turn.insisting()
            .ask(
                "issuer",
                turn.random(),
                issuer -> tenant.at(issuer).credential(entry.credential()));
    Reply verdict =
        turn.insisting()
            .ask(
                "verification",
                turn.random(),
                verification ->
                    verification
                        .post("/verify")
                        .body("application/vc", document.body().getBytes(StandardCharsets.UTF_8))
                        .send());
    if (verdict.status() != 200 || verdict.body().contains("\"proof-broken\"")) {
      throw new Violation("a verdict was " + verdict.status() + ": " + verdict.body());
    }
  }
}
