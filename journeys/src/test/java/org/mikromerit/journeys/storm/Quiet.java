package org.mikromerit.journeys.storm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Whether anybody still has something to tell, to hear or to do. */
final class Quiet {
  private static final Map<String, List<String>> WORK =
      Map.of(
          "issuer",
          List.of(
              "select count(*) from outbox",
              "select count(*) from batch where state not in ('FINISHED', 'CANCELLED', 'FAILED')",
              "select count(*) from award where state = 'WAITING'",
              "select count(*) from status_list_change"),
          "registry",
          List.of("select count(*) from outbox"),
          "stacking",
          List.of("select count(*) from outbox", "select count(*) from evaluation_due"));

  private final Fleet fleet;
  private final Databases databases;

  Quiet(Fleet fleet, Databases databases) {
    this.fleet = fleet;
    this.databases = databases;
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
        Map<TopicPartition, OffsetAndMetadata> read =
            admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
            admin
                .listOffsets(
                    read.keySet().stream()
                        .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all()
                .get();
        long lag = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : read.entrySet()) {
          ListOffsetsResultInfo end = ends.get(each.getKey());
          if (end != null && each.getValue() != null) {
            lag += end.offset() - each.getValue().offset();
          }
        }
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
}
