package org.mikromerit.kit.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.mikromerit.kit.kafka.KafkaAccess;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** How far this service is behind what the others tell it, as the broker knows it. */
@ApplicationScoped
public class UnreadEvents {
  private static final int PATIENCE_MS = 3_000;

  private final ApplyEvents apply;
  private final InboxConfig config;
  private final KafkaAccess broker;

  UnreadEvents(ApplyEvents apply, InboxConfig config, KafkaAccess broker) {
    this.apply = apply;
    this.config = config;
    this.broker = broker;
  }

  /**
   * A topic that the service reads.
   *
   * @param waiting how many of its events the service has not applied or parked yet; of a topic
   *     that is compacted at most so many
   */
  public record Unread(String topic, long waiting) {}

  /**
   * By the topics' names.
   *
   * @throws ProblemException 503 where the broker does not tell
   */
  public List<Unread> byTopic() {
    // Asked by a person, now and then: a client of its own each time keeps no connection open.
    try (Admin admin =
        Admin.create(
            broker.with(
                Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS)))) {
      return byTopic(admin);
    } catch (ExecutionException | KafkaException _) {
      throw new ProblemException(Problems.unavailable());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problems.unavailable());
    }
  }

  private List<Unread> byTopic(Admin admin) throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions = partitions(admin);
    Map<TopicPartition, Long> ends = offsets(admin, partitions, OffsetSpec.latest());
    Map<TopicPartition, Long> begins = offsets(admin, partitions, OffsetSpec.earliest());
    var read = admin.listConsumerGroupOffsets(config.group()).partitionsToOffsetAndMetadata().get();
    var waiting = new TreeMap<String, Long>();
    for (TopicPartition partition : partitions) {
      var place = read.get(partition);
      // What was deleted since is not to be read any more.
      long begin = begins.getOrDefault(partition, 0L);
      long next = place == null ? begin : Math.max(place.offset(), begin);
      waiting.merge(
          partition.topic(), Math.max(0, ends.getOrDefault(partition, 0L) - next), Long::sum);
    }
    return waiting.entrySet().stream()
        .map(each -> new Unread(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(Unread::topic))
        .toList();
  }

  private List<TopicPartition> partitions(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.describeTopics(apply.topics()).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
        .toList();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, _ -> which)))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }
}
