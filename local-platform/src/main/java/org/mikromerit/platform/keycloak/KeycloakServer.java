package org.mikromerit.platform.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.Fingerprint;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.platform.postgres.PostgresAdmin;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Http;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.process.Tools;

/**
 * Keycloak as a process of its own, on the loopback address, with the realm of this repository. A
 * changed realm file replaces the whole realm at the next start, so what was added by hand is lost;
 * the people in the file keep their identity because the file names their ids.
 */
public final class KeycloakServer {
  public static final String NAME = "keycloak";
  public static final String ADMIN = "admin";
  private static final String REALM = "mikromerit";
  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final List<String> SHARED = List.of("bin", "conf", "lib", "providers", "themes");

  private final Home home;
  private final Daemon daemon;
  private final Path realm;
  private final int port;
  private final int managementPort;
  private final String portal;
  private final String adminPassword;

  /**
   * @param realm the file to import; its name must be {@code <realm>-realm.json}
   * @param managementPort where readiness is asked for
   * @param portal where people are sent back to once they signed in
   */
  public KeycloakServer(
      Home home, Path realm, int port, int managementPort, String portal, String adminPassword) {
    this.home = home;
    this.daemon = new Daemon(home, NAME);
    this.realm = realm;
    this.port = port;
    this.managementPort = managementPort;
    this.portal = portal;
    this.adminPassword = adminPassword;
  }

  public String url() {
    return "http://localhost:" + port;
  }

  /** What the services know as the identity provider: the issuer of its tokens. */
  public String realmUrl() {
    return url() + "/realms/" + REALM;
  }

  public Daemon daemon() {
    return daemon;
  }

  /** Whether it runs as it would be started now. */
  public boolean current() {
    return daemon.runs(fingerprint());
  }

  /** Whether it is current and is ready. */
  public boolean healthy() {
    return current() && ready();
  }

  /** Starts it unless it runs; does not wait. */
  public void launch(KeycloakDistribution distribution, PostgresAdmin postgres, Database database) {
    if (daemon.runs(fingerprint())) {
      return;
    }
    stop();
    Database empty = forgetAnotherRealm(postgres, database);
    daemon.start(
        command(distribution, prepare(distribution), empty),
        Map.of(
            "KC_DB_PASSWORD", empty.ownerPassword(),
            "MIKROMERIT_PORTAL_URL", portal,
            "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
            "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword),
        port,
        fingerprint());
  }

  /** Waits until it is ready and has the realm. */
  public void await() {
    daemon.await(this::ready, START);
    write(importedRealm(), realmFingerprint());
  }

  public boolean stop() {
    return daemon.stop(Signal.TERMINATE, STOP);
  }

  /** Ends it as a crash would. */
  public void kill() {
    daemon.stop(Signal.KILL, STOP);
  }

  private boolean ready() {
    return Http.succeeds("http://localhost:" + managementPort + "/health/ready")
        && Http.succeeds(realmUrl() + "/.well-known/openid-configuration");
  }

  private String fingerprint() {
    return Versions.ofThisBuild().keycloak()
        + " ports "
        + port
        + " "
        + managementPort
        + " realm "
        + realmFingerprint();
  }

  /**
   * Keycloak imports only a realm that it does not have, so another realm file needs an empty
   * database; so does a first import of which nobody saw the end.
   */
  private Database forgetAnotherRealm(PostgresAdmin postgres, Database database) {
    if (realmFingerprint().equals(read(importedRealm()))) {
      return database;
    }
    postgres.drop(database.name());
    return postgres.ensure(database.name(), database.ownerPassword(), database.appPassword());
  }

  private String realmFingerprint() {
    return new Fingerprint().addSources(realm).add(portal).hex();
  }

  private Path importedRealm() {
    return folder().resolve("imported-realm");
  }

  private Path folder() {
    return home.folder(NAME);
  }

  /** A Keycloak home of our own over the shared distribution: only its data folder is ours. */
  private Path prepare(KeycloakDistribution distribution) {
    Path folder = folder();
    try {
      for (String shared : SHARED) {
        Path link = folder.resolve(shared);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(link);
        }
        Files.createSymbolicLink(link, distribution.folder().resolve(shared));
      }
      Path imports = Files.createDirectories(folder.resolve("data/import"));
      Files.copy(realm, imports.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** What bin/kc.sh would run, without the shell that would stand between us and the process. */
  private List<String> command(KeycloakDistribution distribution, Path folder, Database database) {
    return List.of(
        Tools.java(),
        "-Xms64m",
        "-Xmx400m",
        "-XX:MaxMetaspaceSize=256m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        "-Dstderr.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
            + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-Dkc.home.dir=" + folder,
        "-Djboss.server.config.dir=" + distribution.folder().resolve("conf"),
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dpicocli.disable.closures=true",
        "-Dquarkus-log-max-startup-records=10000",
        "-cp",
        distribution.folder().resolve("lib/quarkus-run.jar").toString(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
        "start",
        "--optimized",
        "--import-realm",
        // One node: no cluster, and no port for one.
        "--cache=local",
        "--http-enabled=true",
        "--http-host=localhost",
        "--http-port=" + port,
        "--http-management-port=" + managementPort,
        "--hostname=" + url(),
        // Each question about readiness during the start is answered in the log otherwise.
        "--log-level=info,io.smallrye.health:warn",
        "--db-url=" + database.jdbcUrl(),
        "--db-username=" + database.owner(),
        "--db-pool-max-size=20");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
