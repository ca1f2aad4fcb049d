package org.mikromerit.journeys.storm.operation;

import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Digest;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** Something that was answered is asked again, under its key: the answer is the first one's. */
final class AskAgain implements Operation {

  @Override
  public int weight() {
    return 12;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal().any(turn.random()).ifPresent(entry -> again(turn, entry));
  }

  private static void again(Turn turn, ClientJournal.Issued entry) {
    Reply reply =
        Issuing.ask(turn, turn.of(entry), entry.definition(), entry.recipient(), entry.key());
    if (!Digest.sha256(reply.body()).equals(entry.digest())) {
      throw new Violation("another answer under the key " + entry.key());
    }
  }
}
