package org.mikromerit.journeys.storm.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/** A client that lost its patience asks twice at the same time, under one key. */
final class IssueAtBoth implements Operation {

  @Override
  public int weight() {
    return 5;
  }

  @Override
  public void perform(Turn turn) {
    JsonNode recipient = turn.world().learner();
    String key = new UUID(turn.random().nextLong(), turn.random().nextLong()).toString();
    String definition = turn.tenant().alone();
    List<CompletableFuture<Reply>> asked =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> Issuing.ask(turn, turn.tenant(), definition, recipient, key),
                        task -> Thread.ofVirtual().start(task)))
            .limit(2)
            .toList();
    Reply one = asked.getFirst().join();
    Reply other = asked.getLast().join();
    if (!one.body().equals(other.body())) {
      throw new Violation("two answers under the key " + key);
    }
    turn.journal().issued(Issuing.entry(turn.tenant(), key, definition, recipient, one));
  }
}
