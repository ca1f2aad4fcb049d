package org.mikromerit.kit.inbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Topic;
import org.mikromerit.kit.kafka.KafkaAccess;

/**
 * Reads topics from their beginning beside the service's own reading, which it does not touch.
 * Every call throws {@link org.apache.kafka.common.KafkaException} where the broker is away.
 */
@ApplicationScoped
class ToldAgain {
  private static final int RECORDS = 20_000;
  private static final int AT_ONCE = 500;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAGE = Duration.ofSeconds(5);

  private final KafkaAccess broker;
  private final InboxConfig config;

  /** Open from page to page: to open one costs more than most pages. */
  private @Nullable KafkaConsumer<String, byte[]> open;

  ToldAgain(KafkaAccess broker, InboxConfig config) {
    this.broker = broker;
    this.config = config;
  }

  /**
   * How far the reading is.
   *
   * @param at the next offset of each partition, by {@code topic/partition}
   * @param until where it is to come; empty to have the present ends noted
   */
  record Place(Map<String, Long> at, Map<String, Long> until) {
    Place {
      at = Map.copyOf(at);
      until = Map.copyOf(until);
    }

    static Place beginning() {
      return new Place(Map.of(), Map.of());
    }

    /** The same, to go on to where the topics end by now. */
    Place further() {
      return new Place(at, Map.of());
    }

    boolean arrived() {
      return !until.isEmpty()
          && until.entrySet().stream()
              .allMatch(end -> at.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
  }

  /** Reads on, at most a page, and gives each batch in its order. */
  synchronized Place read(Set<Topic> topics, Place place, Consumer<List<IncomingRecord>> each) {
    return using(consumer -> read(consumer, topics, place, each));
  }

  private static Place read(
      KafkaConsumer<String, byte[]> consumer,
      Set<Topic> topics,
      Place place,
      Consumer<List<IncomingRecord>> each) {
    List<TopicPartition> partitions = partitions(consumer, topics);
    Map<String, Long> until =
        place.until().isEmpty() ? named(consumer.endOffsets(partitions)) : place.until();
    consumer.assign(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    for (TopicPartition partition : partitions) {
      consumer.seek(
          partition,
          Math.max(
              place.at().getOrDefault(name(partition), 0L),
              beginnings.getOrDefault(partition, 0L)));
    }
    long began = System.nanoTime();
    int records = 0;
    Place now = new Place(at(consumer, partitions), until);
    while (!now.arrived() && records < RECORDS && System.nanoTime() - began < PAGE.toNanos()) {
      var batch = new ArrayList<IncomingRecord>();
      consumer.poll(POLL).forEach(record -> batch.add(IncomingRecord.of(record)));
      if (!batch.isEmpty()) {
        each.accept(batch);
        records += batch.size();
      }
      now = new Place(at(consumer, partitions), until);
    }
    return now;
  }

  /** Whether the service has read, and applied, everything up to the place. */
  synchronized boolean isApplied(Set<Topic> topics, Place place) {
    return using(consumer -> isApplied(consumer, topics, place));
  }

  private static boolean isApplied(KafkaConsumer<?, ?> consumer, Set<Topic> topics, Place place) {
    List<TopicPartition> partitions = partitions(consumer, topics);
    Map<TopicPartition, OffsetAndMetadata> applied = consumer.committed(Set.copyOf(partitions));
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    return partitions.stream()
        .allMatch(
            each -> {
              OffsetAndMetadata offset = applied.get(each);
              // Where nothing is left to read the service has nothing to say that it read.
              long next = offset == null ? beginnings.getOrDefault(each, 0L) : offset.offset();
              return next >= place.at().getOrDefault(name(each), 0L);
            });
  }

  /** Nothing more is to be read for now. */
  @PreDestroy
  synchronized void close() {
    KafkaConsumer<String, byte[]> consumer = open;
    open = null;
    if (consumer != null) {
      consumer.close();
    }
  }

  private <T> T using(Function<KafkaConsumer<String, byte[]>, T> work) {
    if (open == null) {
      open = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer());
    }
    try {
      return work.apply(open);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The group is named only to ask how far the service is: who assigns partitions joins none. */
  private Map<String, Object> settings() {
    return broker.with(
        Map.of(
            ConsumerConfig.GROUP_ID_CONFIG,
            config.group(),
            ConsumerConfig.CLIENT_ID_CONFIG,
            config.group() + "-examination",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            AT_ONCE,
            // A page is a transaction: it must not wait longer for the broker than that may last.
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000));
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Set<Topic> topics) {
    return topics.stream()
        .sorted()
        .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
        .map(each -> new TopicPartition(each.topic(), each.partition()))
        .toList();
  }

  private static Map<String, Long> at(KafkaConsumer<?, ?> consumer, List<TopicPartition> all) {
    var at = new HashMap<String, Long>();
    all.forEach(each -> at.put(name(each), consumer.position(each)));
    return at;
  }

  private static Map<String, Long> named(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(each -> name(each.getKey()), Map.Entry::getValue));
  }

  private static String name(TopicPartition partition) {
    return partition.topic() + "/" + partition.partition();
  }
}
