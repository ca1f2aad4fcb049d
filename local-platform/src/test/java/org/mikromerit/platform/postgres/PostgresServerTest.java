package org.mikromerit.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;

class PostgresServerTest {
  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // set once, before every test
  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = server("secret");
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void itShowsThatCommitsAreDurable() {
    PostgresAdmin admin = server.admin();

    assertThat(admin.show("fsync")).isEqualTo("on");
    assertThat(admin.show("synchronous_commit")).isEqualTo("on");
    assertThat(admin.show("full_page_writes")).isEqualTo("on");
    assertThat(admin.show("data_checksums")).isEqualTo("on");
    assertThat(Versions.ofThisBuild().postgres()).startsWith(admin.show("server_version"));
  }

  @Test
  void aServerThatCouldLoseCommitsIsRefused() throws SQLException {
    execute("alter system set synchronous_commit = off", "select pg_reload_conf()");
    try {
      assertThatThrownBy(PostgresServerTest::requireDurableOnceReloaded)
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("synchronous_commit = off");
    } finally {
      execute("alter system reset synchronous_commit", "select pg_reload_conf()");
    }
  }

  @Test
  void whatWasCommittedSurvivesACrash() throws SQLException {
    Database database = server.admin().ensure("crash", "o", "a");
    execute(database, "create table kept as select 'åäö ® 😀' as said");

    server.kill();
    server.start();

    assertThat(text(database, "select said from kept")).isEqualTo("åäö ® 😀");
  }

  @Test
  void aServicesRoleEntersNoOtherDatabase() {
    Database mine = server.admin().ensure("mine", "o", "a");
    Database theirs = server.admin().ensure("theirs", "o", "a");

    assertThatThrownBy(() -> connect(theirs.jdbcUrl(), mine.app(), mine.appPassword()))
        .hasMessageContaining("permission denied for database");
    assertThatThrownBy(() -> connect(theirs.jdbcUrl(), mine.owner(), mine.ownerPassword()))
        .hasMessageContaining("permission denied for database");
    assertThatThrownBy(
            () -> connect(server.admin().jdbcBase() + "postgres", mine.app(), mine.appPassword()))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void madeAgainADatabaseKeepsItsDataAndTakesTheNewPasswords() throws SQLException {
    Database first = server.admin().ensure("again", "o1", "a1");
    execute(first, "create table kept as select 'here' as said");

    Database second = server.admin().ensure("again", "o2", "a2");

    assertThat(text(second, "select said from kept")).isEqualTo("here");
    assertThatThrownBy(() -> connect(first.jdbcUrl(), first.owner(), first.ownerPassword()))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void secretsThatDoNotBelongToTheDataAreSaidInsteadOfWaitedFor() {
    PostgresAdmin stranger = new PostgresAdmin(server.admin().jdbcBase(), "postgres", "wrong");

    assertThatThrownBy(stranger::answers)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("secrets.properties");
  }

  /** The server tells its processes of the change a moment later. */
  private static void requireDurableOnceReloaded() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      server.admin().requireDurable();
      Thread.sleep(100);
    }
  }

  private static PostgresServer server(String password) {
    return new PostgresServer(new Home(folder), Ports.free(), password);
  }

  private static void execute(String... statements) throws SQLException {
    PostgresAdmin admin = server.admin();
    try (Connection connection =
            connect(admin.jdbcBase() + "postgres", admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection owner = asOwner(database);
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Database database, String query) throws SQLException {
    try (Connection owner = asOwner(database);
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection asOwner(Database database) throws SQLException {
    return connect(database.jdbcUrl(), database.owner(), database.ownerPassword());
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
