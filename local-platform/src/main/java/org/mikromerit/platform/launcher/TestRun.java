package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.mikromerit.platform.PrivateServers;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.postgres.PostgresAdmin;

/** Runs every test of every module, one after another, on one PostgreSQL and one Kafka. */
record TestRun(Settings settings, Console console) {

  /**
   * Runs them and prints the closing line "N passed, N failed, N skipped".
   *
   * @param arguments more for Maven, as {@code -pl issuer-service}
   * @return the exit code: 0 only if Maven ended well and no report tells of a failure
   */
  int run(List<String> arguments) {
    TestReports.clear(settings.checkout());
    PrivateServers[] servers = new PrivateServers[1];
    console.step(
        "PostgreSQL and Kafka for the tests", "ready", () -> servers[0] = PrivateServers.start());
    // A failure in one module hides none in another.
    List<String> command = new ArrayList<>(List.of("verify", "--fail-at-end"));
    command.add("-Dmikromerit.platform=" + describe(servers[0]));
    command.addAll(arguments);
    int maven = Build.maven(settings, command);
    TestReports reports = TestReports.read(settings.checkout());
    if (maven != 0 && reports.failures().isEmpty()) {
      // A test JVM that was killed leaves no report; "0 failed" would be read as success.
      reports = reports.withFailure("the build itself: Maven says above where");
    }
    reports.failures().forEach(name -> console.say("FAILED " + name));
    console.say(reports.summary());
    return maven != 0 ? maven : reports.failures().isEmpty() ? 0 : 1;
  }

  private static Path describe(PrivateServers servers) {
    PostgresAdmin postgres = servers.postgres().admin();
    Properties properties = new Properties();
    properties.setProperty("postgres.jdbc-base", postgres.jdbcBase());
    properties.setProperty("postgres.admin.user", postgres.user());
    properties.setProperty("postgres.admin.password", postgres.password());
    KafkaLogin kafka = servers.kafka().login();
    properties.setProperty("kafka.bootstrap", kafka.bootstrap());
    properties.setProperty("kafka.admin.user", kafka.user());
    properties.setProperty("kafka.admin.password", kafka.password());
    Path file = servers.home().root().resolve("platform.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
