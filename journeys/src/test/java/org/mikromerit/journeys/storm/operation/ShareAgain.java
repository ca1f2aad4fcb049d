package org.mikromerit.journeys.storm.operation;

import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Digest;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** A learner asks for a link again, under its key: it is the first one. */
final class ShareAgain implements Operation {

  @Override
  public int weight() {
    return 2;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal().anyShared(turn.random()).ifPresent(entry -> again(turn, entry));
  }

  private static void again(Turn turn, ClientJournal.Shared entry) {
    Reply reply =
        Sharing.make(turn.insisting(), turn.random(), turn.of(entry), entry.key(), entry.order());
    if (reply.status() != 201 || !Digest.sha256(reply.body()).equals(entry.digest())) {
      throw new Violation("another link under the key " + entry.key() + ": " + reply.status());
    }
  }
}
