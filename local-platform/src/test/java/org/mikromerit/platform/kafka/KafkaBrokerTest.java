package org.mikromerit.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.kafka.Topics.Topic;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;

class KafkaBrokerTest {
  private static final Map<String, String> COMPACT = Map.of("cleanup.policy", "compact");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set once, before every test
  private static KafkaBroker broker;

  @BeforeAll
  static void start() {
    broker = new KafkaBroker(new Home(folder), Ports.free(), Ports.free(), "0f0f");
    broker.start();
  }

  @AfterAll
  static void stop() {
    broker.stop();
  }

  @Test
  void recordsSurviveARestart() throws Exception {
    apply(new Topic("kept", 1, Map.of()));
    try (KafkaProducer<String, String> producer = producer()) {
      producer.send(new ProducerRecord<>("kept", "key", "åäö ® 😀")).get();
    }

    broker.stop();
    broker.start();

    assertThat(firstRecord("kept")).isEqualTo("åäö ® 😀");
  }

  @Test
  void aMistypedTopicIsNotMade() {
    try (KafkaProducer<String, String> producer = producer()) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("mistyped", "x")).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void aTopicIsMadeWithThePartitionsAndTheConfigurationThatAreDeclared() throws Exception {
    apply(new Topic("declared", 3, Map.of("cleanup.policy", "compact", "segment.ms", "86400000")));

    assertThat(partitions("declared")).isEqualTo(3);
    assertThat(config("declared", "cleanup.policy")).isEqualTo("compact");
    assertThat(config("declared", "segment.ms")).isEqualTo("86400000");
  }

  @Test
  void aChangedDeclarationIsAppliedToATopicThatIsThere() throws Exception {
    apply(new Topic("changed", 1, Map.of("cleanup.policy", "delete")));

    apply(new Topic("changed", 4, COMPACT));

    assertThat(partitions("changed")).isEqualTo(4);
    assertThat(config("changed", "cleanup.policy")).isEqualTo("compact");
  }

  @Test
  void fewerPartitionsAreNotTakenAway() throws Exception {
    apply(new Topic("fewer", 4, COMPACT));

    apply(new Topic("fewer", 2, COMPACT));

    assertThat(partitions("fewer")).isEqualTo(4);
  }

  @Test
  void theDeclarationOfThisRepositoryIsAccepted() throws Exception {
    Topics declared =
        Topics.read(
            Folders.checkout()
                .resolve("event-contracts/src/main/resources/org/mikromerit/events/topics.json"));

    apply(declared.all().toArray(Topic[]::new));

    assertThat(declared.all()).isNotEmpty();
    for (Topic topic : declared.all()) {
      assertThat(partitions(topic.name())).isEqualTo(topic.partitions());
      for (Map.Entry<String, String> entry : topic.config().entrySet()) {
        assertThat(config(topic.name(), entry.getKey())).isEqualTo(entry.getValue());
      }
    }
  }

  @Test
  void aDeclarationMayBeABareArray(@TempDir Path declarations) throws Exception {
    Path file = declarations.resolve("topics.json");
    Files.writeString(file, "[{\"name\":\"a\",\"partitions\":2,\"config\":{\"retention.ms\":5}}]");

    assertThat(Topics.read(file).all())
        .containsExactly(new Topic("a", 2, Map.of("retention.ms", "5")));
  }

  private static void apply(Topic... topics) {
    try (Admin admin = broker.admin()) {
      new Topics(List.of(topics)).applyTo(admin);
    }
  }

  private static int partitions(String topic) throws Exception {
    try (Admin admin = broker.admin()) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .values()
          .iterator()
          .next()
          .partitions()
          .size();
    }
  }

  private static String config(String topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = broker.admin()) {
      Config config =
          admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
      return config.get(key).value();
    }
  }

  private static KafkaProducer<String, String> producer() {
    Map<String, Object> settings = new HashMap<>(broker.login().settings());
    settings.put("max.block.ms", "3000");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static String firstRecord(String topic) {
    Map<String, Object> settings = new HashMap<>(broker.login().settings());
    settings.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      for (Instant end = Instant.now().plusSeconds(60); Instant.now().isBefore(end); ) {
        ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(200));
        for (ConsumerRecord<String, String> record : records) {
          return record.value();
        }
      }
    }
    throw new AssertionError("No record in " + topic);
  }
}
