package org.mikromerit.platform.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.kafka.KafkaBroker;
import org.mikromerit.platform.kafka.Topics;
import org.mikromerit.platform.kafka.Topics.Topic;
import org.mikromerit.platform.postgres.PostgresServer;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;

/** On servers as they are where nobody but their administrator has been. */
class PrepareTest {
  private static final Topics TOPICS =
      new Topics(List.of(new Topic("letters", 2, Map.of(), "issuer", Set.of("registry"))));

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set once, before every test
  private static PostgresServer postgres;

  @SuppressWarnings("NullAway.Init") // set once, before every test
  private static KafkaBroker kafka;

  @BeforeAll
  static void start() {
    postgres = new PostgresServer(new Home(folder), Ports.free(), "0a0a");
    kafka = new KafkaBroker(new Home(folder), Ports.free(), Ports.free(), "0b0b");
    postgres.start();
    kafka.start();
  }

  @AfterAll
  static void stop() {
    kafka.kill();
    postgres.kill();
  }

  @Test
  void everybodyGetsInWithWhatTheyWereGivenAlsoTheSecondTime() throws Exception {
    prepare(order());
    Map<String, String> changed = order();
    changed.put("ISSUER_APP_PASSWORD", "another");
    changed.put("ISSUER_KAFKA_PASSWORD", "another");

    String said = prepare(changed);

    assertThat(said).contains("Database keycloak", "1 topics, 2 users", "Prepared.");
    connect("issuer", "issuer_app", "another").close();
    connect("keycloak", "keycloak_owner", "KEYCLOAK_OWNER_PASSWORD").close();
    try (Admin issuer = Admin.create(kafka.login().as("issuer", "another").settings())) {
      assertThat(issuer.listTopics().names().get()).containsExactly("letters");
    }
  }

  @Test
  void aServersDatabaseIsItsOwn() {
    prepare(order());

    assertThatThrownBy(() -> connect("registry", "issuer_app", "ISSUER_APP_PASSWORD"))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void aServerThatOthersLookAfterIsLeftAlone() {
    Map<String, String> order = order();
    order.remove("MIKROMERIT_KAFKA");

    assertThat(prepare(order)).contains("Database issuer").doesNotContain("topics");
  }

  @Test
  void aPasswordThatIsMissingIsNamed() {
    Map<String, String> order = order();
    order.remove("STACKING_OWNER_PASSWORD");

    assertThatThrownBy(() -> prepare(order))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("STACKING_OWNER_PASSWORD");
  }

  @Test
  void noOrderIsAMistake() {
    assertThatThrownBy(() -> prepare(Map.of()))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("nothing to prepare");
  }

  private static Map<String, String> order() {
    Map<String, String> order = new TreeMap<>();
    order.put("MIKROMERIT_POSTGRES", postgres.admin().jdbcBase());
    order.put("MIKROMERIT_POSTGRES_PASSWORD", "0a0a");
    order.put("MIKROMERIT_KAFKA", kafka.bootstrap());
    order.put("MIKROMERIT_KAFKA_PASSWORD", "0b0b");
    for (String name : List.of("ISSUER", "REGISTRY", "VERIFICATION", "STACKING", "KEYCLOAK")) {
      for (String of : List.of("_OWNER_PASSWORD", "_APP_PASSWORD", "_KAFKA_PASSWORD")) {
        order.put(name + of, name + of);
      }
    }
    return order;
  }

  private static String prepare(Map<String, String> order) {
    var said = new ByteArrayOutputStream();
    new Prepare(new Order(order), TOPICS, new PrintStream(said, true, StandardCharsets.UTF_8))
        .run();
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Connection connect(String database, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(postgres.admin().jdbcBase() + database, user, password);
  }
}
