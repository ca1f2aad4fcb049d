package org.mikromerit.journeys.storm.operation;

import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** Somebody looks at what a link shows: something, unless its learner took it back. */
final class LookAtShare implements Operation {

  @Override
  public int weight() {
    return 4;
  }

  @Override
  public void perform(Turn turn) {
    turn.journal().anyShared(turn.random()).ifPresent(entry -> look(turn, entry));
  }

  private static void look(Turn turn, ClientJournal.Shared entry) {
    boolean goneBefore = turn.journal().withdrawn().contains(entry.share());
    Reply reply = Sharing.look(turn.insisting(), turn.random(), entry);
    boolean shows = reply.status() == 200 && reply.json().path("documents").size() == 1;
    boolean isGone = reply.status() == 410 && turn.journal().isTakenBack(entry);
    if (goneBefore ? !isGone : !shows && !isGone) {
      throw new Violation(
          "a link answered %d to who looked, taken back: %b: %s"
              .formatted(reply.status(), goneBefore, entry.share()));
    }
  }
}
