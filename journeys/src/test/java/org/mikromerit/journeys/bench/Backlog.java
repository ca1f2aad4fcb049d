package org.mikromerit.journeys.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What somebody still has to announce, to hear or to do. */
final class Backlog implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Map<String, List<String>> WORK =
      Map.of(
          "issuer",
          List.of("outbox", "award where state = 'WAITING'", "status_list_change"),
          "registry",
          List.of("outbox"),
          "stacking",
          List.of("outbox", "evaluation_due"));

  private final Databases databases;
  private final Admin admin;

  Backlog(Databases databases, Admin admin) {
    this.databases = databases;
    this.admin = admin;
  }

  /** Rows that wait to be announced or acted on. */
  double rows() {
    double rows = 0;
    for (Map.Entry<String, List<String>> each : WORK.entrySet()) {
      for (String table : each.getValue()) {
        rows += databases.number(each.getKey(), "select count(*) from " + table);
      }
    }
    return rows;
  }

  /** Events that a service has not applied yet. */
  long unread(String service) {
    try {
      Map<TopicPartition, OffsetAndMetadata> read =
          admin.listConsumerGroupOffsets(service).partitionsToOffsetAndMetadata().get();
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(
                  read.keySet().stream()
                      .collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
              .all()
              .get();
      long unread = 0;
      for (Map.Entry<TopicPartition, OffsetAndMetadata> each : read.entrySet()) {
        ListOffsetsResultInfo end = ends.get(each.getKey());
        unread += end == null ? 0 : end.offset() - each.getValue().offset();
      }
      return unread;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until nothing is left, and says how long that took. */
  Duration awaitNone() {
    Instant beginning = Instant.now();
    while (rows() > 0 || Processors.SERVICES.stream().mapToLong(this::unread).sum() > 0) {
      if (Instant.now().isAfter(beginning.plus(LONGEST))) {
        throw new IllegalStateException("There is work left after " + LONGEST);
      }
      Bench.pause(Duration.ofMillis(100));
    }
    return Duration.between(beginning, Instant.now());
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
