package org.mikromerit.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.testkit.Await;

/** What tests may rely on, whatever kind of servers they are given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlatformContract {
  @SuppressWarnings("NullAway.Init") // set once, before every test
  private Platform platform;

  /** Servers of this kind, new and for this test alone. */
  abstract Servers start();

  @BeforeAll
  void startPlatform() {
    platform = Platform.on(start());
  }

  @AfterAll
  void endPlatform() {
    platform.close();
  }

  @Test
  void whatIsCommittedIsOnDisk() {
    assertThat(platform.postgres().show("fsync")).isEqualTo("on");
    assertThat(platform.postgres().show("synchronous_commit")).isEqualTo("on");
    assertThat(platform.postgres().show("server_version")).startsWith("18");
  }

  @Test
  void eachCallGivesADatabaseThatNobodyElseHas() {
    Database one = platform.freshDatabase("issuer");
    Database other = platform.freshDatabase("issuer");

    assertThat(one.name()).isNotEqualTo(other.name()).startsWith("issuer_");
    assertThatThrownBy(() -> connect(other.jdbcUrl(), one.app(), one.appPassword()))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void theRunningRoleOwnsNothingAndMayMakeNothing() throws SQLException {
    Database database = platform.freshDatabase("registry");

    try (Connection app = connect(database.jdbcUrl(), database.app(), database.appPassword())) {
      assertThatThrownBy(() -> app.createStatement().execute("create table mine (id int)"))
          .hasMessageContaining("permission denied for schema public");
    }
  }

  @Test
  void aWrongPasswordOpensNothing() {
    Database database = platform.freshDatabase("registry");
    KafkaLogin stranger = platform.kafka().as("issuer", "not-the-password");

    assertThatThrownBy(() -> connect(database.jdbcUrl(), database.app(), "not-the-password"))
        .hasMessageContaining("password authentication failed");
    try (Admin admin = Admin.create(stranger.settings())) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void aServiceWritesItsOwnTopicsAndNoOthers() throws Exception {
    write("issuer", "mm.credential.v1");

    assertThatThrownBy(() -> write("verification", "mm.credential.v1"))
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void aMistypedTopicIsNotMade() {
    Map<String, Object> settings = new HashMap<>(platform.kafka().settings());
    settings.put("max.block.ms", 3000);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("mm.credental.v1", "")).get())
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void theBrokerIsMadeAsNew() throws Exception {
    try (Admin admin = Admin.create(platform.kafka().settings())) {
      admin.createTopics(Set.of(new NewTopic("left-over", 1, (short) 1))).all().get();
      Await.until("listed", () -> admin.listTopics().names().get().contains("left-over"));

      platform.recreateTopics();

      assertThat(admin.listTopics().names().get())
          .contains("mm.organisation.v1", "mm.credential.v1")
          .doesNotContain("left-over");
    }
  }

  @Test
  void afterAStopAndAfterACrashTheBrokerIsFoundWhereItWasWithItsTopics() throws Exception {
    platform.stopKafka();
    assertThat(platform.kafkaRuns()).isFalse();
    platform.startKafka();
    platform.killKafka();
    assertThat(platform.kafkaRuns()).isFalse();
    platform.startKafka();

    try (Admin admin = Admin.create(platform.kafka().settings())) {
      assertThat(admin.listTopics().names().get()).contains("mm.organisation.v1");
    }
  }

  @Test
  void afterAStopAndAfterACrashTheDatabaseIsFoundWhereItWasWithItsRows() throws SQLException {
    Database database = platform.freshDatabase("stacking");
    asOwner(database, "create table kept (id int)");
    asOwner(database, "insert into kept values (1)");

    platform.stopPostgres();
    platform.startPostgres();
    asOwner(database, "insert into kept values (2)");
    platform.killPostgres();
    assertThat(platform.postgres().answers()).isFalse();
    platform.startPostgres();

    assertThat(count(database)).isEqualTo(2);
  }

  @Test
  void startingWhatRunsIsFine() {
    platform.startKafka();
    platform.startPostgres();

    assertThat(platform.kafkaRuns()).isTrue();
    assertThat(platform.postgres().answers()).isTrue();
  }

  @Test
  void anotherClassLoaderOfThisJvmSeesTheSameServers() {
    platform.takeOver();
    try {
      Platform seen = Platform.get();

      assertThat(seen).isNotSameAs(platform);
      assertThat(seen.isOwn()).isTrue();
      assertThat(seen.kafkaRuns()).isTrue();
      assertThat(seen.kafka()).isEqualTo(platform.kafka());
      assertThat(seen.postgres()).isEqualTo(platform.postgres());
    } finally {
      platform.forget();
    }
  }

  private void write(String service, String topic) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            platform.kafkaAs(service).settings(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, "key", "{}")).get();
    }
  }

  private static void asOwner(Database database, String statement) throws SQLException {
    try (Connection owner =
        connect(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
      owner.createStatement().execute(statement);
    }
  }

  private static int count(Database database) throws SQLException {
    try (Connection owner =
            connect(database.jdbcUrl(), database.owner(), database.ownerPassword());
        ResultSet rows = owner.createStatement().executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
