package org.mikromerit.journeys.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.mikromerit.platform.kafka.Topics;

/** Whether anybody still has something to tell, to hear or to do. */
final class Quiet {
  private static final String REPLAYS = "select count(*) from replay where finished_at is null";

  private static final Map<String, List<String>> WORK =
      Map.of(
          "issuer",
          List.of(
              "select count(*) from outbox",
              REPLAYS,
              "select count(*) from batch where state not in ('FINISHED', 'CANCELLED', 'FAILED')",
              "select count(*) from award where state = 'WAITING'",
              "select count(*) from status_list_change"),
          "registry",
          List.of("select count(*) from outbox"),
          "stacking",
          List.of("select count(*) from outbox", REPLAYS, "select count(*) from evaluation_due"));

  private final Fleet fleet;
  private final Databases databases;
  private final Topics topics;

  Quiet(Fleet fleet, Databases databases) {
    this.fleet = fleet;
    this.databases = databases;
    this.topics = Topics.declaredIn(fleet.installation().folder());
  }

  /** What is left to do, in words; empty if all is done. */
  List<String> left() {
    List<String> left = new ArrayList<>();
    WORK.forEach(
        (service, queries) ->
            queries.forEach(
                query -> {
                  long rows = databases.count(service, query);
                  if (rows > 0) {
                    left.add(
                        service + ": " + rows + " of " + query.replace("select count(*) ", ""));
                  }
                }));
    for (String service : Fleet.SERVICES) {
      long parked = databases.count(service, "select count(*) from parked");
      if (parked > 0) {
        left.add(service + ": " + parked + " parked");
      }
    }
    left.addAll(unread());
    return left;
  }

  private List<String> unread() {
    try (Admin admin = fleet.stack().kafka().admin()) {
      List<String> behind = new ArrayList<>();
      for (String service : Fleet.SERVICES) {
        long lag = lag(service, admin);
        if (lag > 0) {
          behind.add(service + ": " + lag + " events unread");
        }
      }
      return behind;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many events it has not read; where it never said how far it is, all that there are. */
  private long lag(String service, Admin admin) throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> read =
        admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, Long> beginnings = offsets(service, OffsetSpec.earliest(), admin);
    long lag = 0;
    for (var end : offsets(service, OffsetSpec.latest(), admin).entrySet()) {
      OffsetAndMetadata known = read.get(end.getKey());
      lag +=
          end.getValue()
              - (known == null ? beginnings.getOrDefault(end.getKey(), 0L) : known.offset());
    }
    return lag;
  }

  private Map<TopicPartition, Long> offsets(String service, OffsetSpec which, Admin admin)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> asked =
        topics.all().stream()
            .filter(topic -> topic.readers().contains(service))
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
            .collect(Collectors.toMap(partition -> partition, _ -> which));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }
}
