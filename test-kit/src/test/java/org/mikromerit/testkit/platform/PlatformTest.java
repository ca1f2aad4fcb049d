package org.mikromerit.testkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.mikromerit.platform.postgres.Database;

class PlatformTest {

  @Test
  void eachCallGivesADatabaseThatNobodyElseHas() {
    Platform platform = Platform.get();

    Database one = platform.freshDatabase("issuer");
    Database other = platform.freshDatabase("issuer");

    assertThat(one.name()).isNotEqualTo(other.name()).startsWith("issuer_");
    assertThatThrownBy(() -> connect(other.jdbcUrl(), one.app(), one.appPassword()))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void theRunningRoleOwnsNothingAndMayMakeNothing() throws SQLException {
    Database database = Platform.get().freshDatabase("registry");

    try (Connection app = connect(database.jdbcUrl(), database.app(), database.appPassword())) {
      assertThatThrownBy(() -> app.createStatement().execute("create table mine (id int)"))
          .hasMessageContaining("permission denied for schema public");
    }
  }

  @Test
  void theOwnerMakesTables() throws SQLException {
    Database database = Platform.get().freshDatabase("registry");

    try (Connection owner =
        connect(database.jdbcUrl(), database.owner(), database.ownerPassword())) {
      assertThat(owner.createStatement().execute("create table ours (id int)")).isFalse();
    }
  }

  @Test
  void aQuarkusTestIsGivenAnEmptyBrokerWithTheDeclaredTopicsOnly() throws Exception {
    Platform platform = Platform.get();
    try (Admin admin = Admin.create(platform.kafka().settings())) {
      admin.createTopics(Set.of(new NewTopic("left-over", 1, (short) 1))).all().get();
      awaitListed(admin, "left-over");
      PlatformResource resource = new PlatformResource();
      resource.init(Map.of("database", "stacking"));

      Map<String, String> config = resource.start();

      assertThat(config.get("mikromerit.database.url")).contains("/stacking_t");
      assertThat(config)
          .containsOnlyKeys(
              "mikromerit.database.url",
              "mikromerit.database.user",
              "mikromerit.database.password",
              "mikromerit.database.owner",
              "mikromerit.database.owner-password",
              "mikromerit.kafka",
              "mikromerit.kafka-user",
              "mikromerit.kafka-password");
      assertThat(config).containsEntry("mikromerit.kafka-user", "stacking");
      assertThat(admin.listTopics().names().get())
          .contains("mm.organisation.v1", "mm.credential.v1")
          .doesNotContain("left-over");
    }
  }

  @Test
  void anOutageTestHasServersOfItsOwn() throws Exception {
    Platform own = Platform.own();
    own.stopKafka();
    assertThat(own.kafkaProcess().running()).isEmpty();

    own.startKafka();

    try (Admin admin = Admin.create(own.kafka().settings())) {
      assertThat(admin.listTopics().names().get()).contains("mm.organisation.v1");
    }
    own.close();
  }

  /** The broker lists a topic a moment after it was made. */
  private static void awaitListed(Admin admin, String topic) throws Exception {
    for (int i = 0; i < 600 && !admin.listTopics().names().get().contains(topic); i++) {
      Thread.sleep(100);
    }
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
