package org.mikromerit.journeys.storm.fault;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.mikromerit.journeys.Realm;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Violation;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * A topic is empty from one moment to the next, also of what nobody had read yet. Its owner has
 * what it told of, and tells it again once the operator asks.
 */
record WipeTopic(String topic, String owner) implements Fault {
  private static final String REPLAYS = "/operator/replays";
  private static final int TRIES = 180;

  /** Those from which the broker deletes; of the others it keeps each entity's newest. */
  private static final List<WipeTopic> ALL =
      List.of(
          new WipeTopic("mm.credential.v1", "issuer"), new WipeTopic("mm.stack.v1", "stacking"));

  static Fault any(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  @Override
  public void strike(Fleet fleet) {
    wipe(fleet);
    tellAgain(fleet);
  }

  /** Goes on until the broker is there. */
  private void wipe(Fleet fleet) {
    for (int tries = 0; ; tries++) {
      try (Admin admin = fleet.stack().kafka().admin()) {
        Map<TopicPartition, RecordsToDelete> everything =
            admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream())
                .collect(
                    Collectors.toMap(
                        each -> new TopicPartition(topic, each.partition()),
                        _ -> RecordsToDelete.beforeOffset(-1)));
        admin.deleteRecords(everything).all().get();
        return;
      } catch (ExecutionException e) {
        if (tries == TRIES) {
          throw new Violation("the broker does not delete " + topic + ": " + e.getCause());
        }
        Fault.last(Duration.ofSeconds(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Goes on until the owner says that it will. */
  private void tellAgain(Fleet fleet) {
    Random random = new Random(topic.hashCode());
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        Reply reply =
            fleet
                .client(owner, random)
                .post(REPLAYS)
                .bearer(new Realm(fleet.installation()).token("operator"))
                .json("{\"topic\":\"" + topic + "\"}")
                .send();
        if (reply.status() == 202) {
          return;
        }
      } catch (UncheckedIOException | AssertionError e) {
        // Asked again: neither the owner nor who gives tokens is always there.
      }
      Fault.last(Duration.ofSeconds(1));
    }
    throw new Violation(owner + " does not tell " + topic + " again");
  }
}
