package org.mikromerit.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.kafka.Topics.Topic;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;

/** Each connects as somebody, most of them as the wrong one. */
class BrokerAccessTest {
  private static final String LETTERS = "letters";
  private static final Topics DECLARED =
      new Topics(List.of(new Topic(LETTERS, 1, Map.of(), "writer", Set.of("reader"))));

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

  @BeforeEach
  void asDeclared() {
    apply(DECLARED);
  }

  @Test
  void theWriterWritesAndTheReaderReads() throws Exception {
    write(as("writer"), LETTERS);

    assertThat(read(as("reader"), LETTERS, "reader")).isPositive();
  }

  @Test
  void theReaderDoesNotWrite() {
    assertThatThrownBy(() -> write(as("reader"), LETTERS))
        .hasCauseInstanceOf(AuthorizationException.class);
  }

  @Test
  void theWriterDoesNotRead() {
    assertThatThrownBy(() -> read(as("writer"), LETTERS, "writer"))
        .isInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void nobodyReadsInAnothersGroup() {
    assertThatThrownBy(() -> read(as("reader"), LETTERS, "writer"))
        .isInstanceOf(GroupAuthorizationException.class);
  }

  @Test
  void aTopicThatNobodyWasGrantedIsTheAdministratorsAlone() throws Exception {
    apply(new Topics(List.of(DECLARED.all().getFirst(), new Topic("bare", 1, Map.of()))));

    assertThatThrownBy(() -> write(as("writer"), "bare"))
        .hasCauseInstanceOf(AuthorizationException.class);
    write(broker.login(), "bare");
  }

  @Test
  void nobodyButTheAdministratorMakesTopicsOrUsersOrRights() {
    try (Admin writer = Admin.create(as("writer").settings())) {
      assertThatThrownBy(() -> new Users(Map.of("mine", "x")).applyTo(writer))
          .hasRootCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> Grants.of(DECLARED).applyTo(writer))
          .hasRootCauseInstanceOf(AuthorizationException.class);
      assertThatThrownBy(() -> new Topics(List.of(new Topic("mine", 1, Map.of()))).applyTo(writer))
          .hasRootCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndSoIsAStranger() {
    assertThatThrownBy(() -> write(broker.login().as("writer", "guessed"), LETTERS))
        .hasRootCauseInstanceOf(SaslAuthenticationException.class);
    assertThatThrownBy(() -> write(as("stranger"), LETTERS))
        .hasRootCauseInstanceOf(SaslAuthenticationException.class);
  }

  @Test
  void withoutSigningInNobodyIsHeard() {
    Map<String, Object> plain = Map.of("bootstrap.servers", broker.bootstrap());

    assertThatThrownBy(() -> write(plain, LETTERS)).isInstanceOf(ExecutionException.class);
  }

  @Test
  void whatIsNoLongerDeclaredIsTakenAway() throws Exception {
    write(as("writer"), LETTERS);

    apply(new Topics(List.of(new Topic(LETTERS, 1, Map.of(), "reader", Set.of("writer")))));

    assertThatThrownBy(() -> write(as("writer"), LETTERS))
        .hasCauseInstanceOf(AuthorizationException.class);
    assertThat(read(as("writer"), LETTERS, "writer")).isPositive();
  }

  @Test
  void usersAndRightsSurviveARestart() throws Exception {
    broker.kill();
    broker.start();

    write(as("writer"), LETTERS);
    assertThatThrownBy(() -> write(as("reader"), LETTERS))
        .hasCauseInstanceOf(AuthorizationException.class);
  }

  @Test
  void anotherAdministratorsPasswordIsSaidInPlainWords() {
    var forgetful = new KafkaBroker(new Home(folder), broker.port(), 0, "another");

    assertThatThrownBy(forgetful::answers)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("refuses our password");
  }

  @Test
  void deliveriesAreTheRegistrysToReadAndCredentialsTheIssuersToTell() {
    Grants grants = Grants.of(Topics.declaredIn(Folders.checkout()));

    assertThat(usersThatMay(AclOperation.READ, "mm.delivery.v1", grants))
        .containsExactly("User:registry");
    assertThat(usersThatMay(AclOperation.WRITE, "mm.delivery.v1", grants))
        .containsExactly("User:issuer");
    assertThat(usersThatMay(AclOperation.WRITE, "mm.credential.v1", grants))
        .containsExactly("User:issuer");
  }

  private static List<String> usersThatMay(AclOperation operation, String topic, Grants grants) {
    return grants.all().stream()
        .filter(grant -> grant.pattern().name().equals(topic))
        .filter(grant -> grant.entry().operation() == operation)
        .map(grant -> grant.entry().principal())
        .toList();
  }

  private static void apply(Topics topics) {
    try (Admin admin = broker.admin()) {
      BrokerSetup.of(topics, BrokerAccessTest::passwordOf).applyTo(admin);
    }
  }

  private static String passwordOf(String user) {
    return user + "-word";
  }

  private static KafkaLogin as(String user) {
    return broker.login().as(user, passwordOf(user));
  }

  private static void write(KafkaLogin login, String topic) throws Exception {
    write(login.settings(), topic);
  }

  private static void write(Map<String, Object> login, String topic) throws Exception {
    Map<String, Object> settings = new HashMap<>(login);
    settings.put("max.block.ms", "5000");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "written")).get();
    }
  }

  private static int read(KafkaLogin login, String topic, String group) {
    Map<String, Object> settings = new HashMap<>(login.settings());
    settings.put("group.id", group);
    settings.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.committed(Set.of(partition), Duration.ofSeconds(60));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(60)).count();
    }
  }
}
