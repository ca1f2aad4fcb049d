package org.mikromerit.kit.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.mikromerit.kit.projection.Rewinds;

/**
 * Takes one consumer's partitions back to their beginning where a rebuild asked for it. A partition
 * counts as taken back once the broker keeps the new place, so that a crash in between does it
 * again. Where the partition ended then is kept too, until it is read so far.
 */
final class Rewinding implements ConsumerRebalanceListener {
  private final Consumer<?, ?> consumer;
  private final Rewinds rewinds;
  private final Map<TopicPartition, Long> done = new HashMap<>();
  private final Map<TopicPartition, Long> pending = new HashMap<>();
  private final Map<TopicPartition, Long> until = new HashMap<>();

  Rewinding(Consumer<?, ?> consumer, Rewinds rewinds) {
    this.consumer = consumer;
    this.rewinds = rewinds;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    pending.keySet().removeAll(revoked);
    until.keySet().removeAll(revoked);
  }

  /** Before anything is read of them: what is read must not be newer than what is to come. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    Map<String, Long> generations = rewinds.generations();
    assigned.forEach(partition -> rewind(partition, generations));
    // Another may have taken it back, and not come to its end.
    assigned.stream()
        .filter(each -> generations.containsKey(each.topic()) && !pending.containsKey(each))
        .forEach(
            each ->
                rewinds
                    .until(each.topic(), each.partition())
                    .ifPresent(end -> until.put(each, end)));
  }

  /** The same for the partitions that are held already. */
  void rewind(Map<String, Long> generations) {
    if (!generations.isEmpty()) {
      consumer.assignment().forEach(partition -> rewind(partition, generations));
    }
  }

  private void rewind(TopicPartition partition, Map<String, Long> generations) {
    long asked = generations.getOrDefault(partition.topic(), 0L);
    if (asked > done.getOrDefault(partition, 0L) && asked > pending.getOrDefault(partition, 0L)) {
      long known = rewinds.done(partition.topic(), partition.partition());
      done.put(partition, known);
      if (asked > known) {
        consumer.seekToBeginning(List.of(partition));
        pending.put(partition, asked);
        until.remove(partition);
      }
    }
  }

  /** Has the broker keep the new places, and notes that it does. */
  void settle() {
    if (pending.isEmpty()) {
      return;
    }
    var beginnings = new HashMap<TopicPartition, OffsetAndMetadata>();
    // Where the beginning is gone by then, the broker's earliest takes its place.
    pending.keySet().forEach(each -> beginnings.put(each, new OffsetAndMetadata(0)));
    var ends = consumer.endOffsets(pending.keySet());
    consumer.commitSync(beginnings);
    pending.forEach(
        (partition, generation) -> {
          long end = ends.getOrDefault(partition, 0L);
          rewinds.note(partition.topic(), partition.partition(), generation, end);
          done.put(partition, generation);
          until.put(partition, end);
        });
    pending.clear();
  }

  /** All that was read is applied: notes which partitions are where they were. */
  void arrived() {
    var there =
        until.keySet().stream()
            .filter(each -> consumer.position(each) >= until.getOrDefault(each, 0L))
            .toList();
    for (TopicPartition each : there) {
      rewinds.arrived(each.topic(), each.partition());
      until.remove(each);
    }
  }
}
