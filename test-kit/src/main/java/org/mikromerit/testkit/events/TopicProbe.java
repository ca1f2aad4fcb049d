package org.mikromerit.testkit.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Event;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.EventData;
import org.mikromerit.events.Topic;
import org.mikromerit.events.UnreadableEvent;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.platform.Platform;

/** Tells a service what the others would, and reads what it told them. */
public final class TopicProbe implements AutoCloseable {
  /** What all probes told, and nobody waited for yet: the last offset of each partition. */
  private static final Map<TopicPartition, Long> TOLD = new ConcurrentHashMap<>();

  private final KafkaProducer<String, byte[]> producer;

  public TopicProbe() {
    Map<String, Object> settings = new HashMap<>(Platform.get().kafka().settings());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Publishes a new event. */
  public Event<EventData> publish(EventData data, long sequence) {
    Event<EventData> event = Event.of(UUID.randomUUID(), sequence, Instant.now(), null, data);
    publish(event);
    return event;
  }

  /** Publishes an event, as often as it is called. */
  public void publish(Event<?> event) {
    publishRaw(
        event.topic(),
        event.envelope().key(),
        event.envelope().toHeaders(),
        EventCodec.toJson(event.data()));
  }

  /** Publishes anything at all. */
  public void publishRaw(
      Topic topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
    var record = new ProducerRecord<String, byte[]>(topic.topicName(), key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      RecordMetadata told = producer.send(record).get();
      TOLD.merge(new TopicPartition(told.topic(), told.partition()), told.offset(), Math::max);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every event of a type that the topic holds now, in the order of each partition. */
  public <T extends EventData> List<Event<T>> read(Topic topic, Class<T> type) {
    var events = new ArrayList<Event<T>>();
    for (var record : records(topic)) {
      Event<EventData> event = decode(record);
      if (type.isInstance(event.data())) {
        @SuppressWarnings("unchecked") // Its data was asked just before.
        var ofType = (Event<T>) (Event<?>) event;
        events.add(ofType);
      }
    }
    return events;
  }

  /** Every record that the topic holds now. */
  public List<ConsumerRecord<String, byte[]>> records(Topic topic) {
    Map<String, Object> settings = new HashMap<>(Platform.get().kafka().settings());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var records = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /**
   * Waits until a service has read, and committed, everything that was told so far: facts of
   * several topics come to it in any order, and half of them may say something else than all.
   */
  public static void awaitTold(String service) {
    Map<TopicPartition, Long> told = Map.copyOf(TOLD);
    TOLD.entrySet().removeAll(told.entrySet());
    Map<TopicPartition, Long> heard =
        told.entrySet().stream()
            .filter(each -> isRead(each.getKey(), service))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    if (heard.isEmpty()) {
      return;
    }
    try (var admin = Admin.create(Platform.get().kafka().settings())) {
      Await.until(
          service + " has read what was told",
          () -> {
            Map<TopicPartition, OffsetAndMetadata> read = committed(admin, service);
            return heard.entrySet().stream()
                .allMatch(
                    each ->
                        read.containsKey(each.getKey())
                            && read.get(each.getKey()).offset() > each.getValue());
          });
    }
  }

  private static boolean isRead(TopicPartition partition, String service) {
    return Topic.named(partition.topic()).orElseThrow().settings().readers().contains(service);
  }

  /** Waits until a consumer group has read, and committed, everything that its topics hold now. */
  public void awaitConsumed(String group) {
    try (var admin = Admin.create(Platform.get().kafka().settings())) {
      Set<TopicPartition> partitions = committed(admin, group).keySet();
      Map<TopicPartition, Long> ends = ends(admin, partitions);
      Await.until(
          group + " has read everything",
          () -> {
            Map<TopicPartition, OffsetAndMetadata> read = committed(admin, group);
            return ends.entrySet().stream()
                .allMatch(
                    end ->
                        read.containsKey(end.getKey())
                            && read.get(end.getKey()).offset() >= end.getValue());
          });
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> partitions) {
    var latest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    try {
      var ends = new HashMap<TopicPartition, Long>();
      admin.listOffsets(latest).all().get().forEach((each, end) -> ends.put(each, end.offset()));
      return ends;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Event<EventData> decode(ConsumerRecord<String, byte[]> record) {
    var headers = new LinkedHashMap<String, String>();
    for (var header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    try {
      return EventCodec.read(headers, record.value());
    } catch (UnreadableEvent e) {
      throw new AssertionError("an unreadable event on " + record.topic(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
