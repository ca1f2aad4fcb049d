package org.mikromerit.journeys.storm.operation;

import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** A learner takes a link back, and from then on it shows nothing. */
final class WithdrawShare implements Operation {

  @Override
  public int weight() {
    return 3;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal().takeOpen(turn.random()).ifPresent(entry -> withdraw(turn, entry));
  }

  private static void withdraw(Turn turn, ClientJournal.Shared entry) {
    Reply reply =
        turn.insisting()
            .ask(
                "registry",
                turn.random(),
                registry ->
                    registry
                        .post("/shares/" + entry.share() + "/withdrawal")
                        .bearer(turn.of(entry).token().get())
                        .send());
    if (reply.status() != 200) {
      throw new Violation("a withdrawal answered " + reply.status() + ": " + reply.body());
    }
    turn.journal().withdrawn(entry);
    Reply after = Sharing.look(turn.insisting(), turn.random(), entry);
    if (after.status() != 410) {
      throw new Violation("a link that was taken back answered " + after.status());
    }
  }
}
