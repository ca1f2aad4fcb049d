package org.mikromerit.testkit.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.kafka.BrokerSetup;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.kafka.Topics;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.platform.postgres.PostgresAdmin;

/**
 * The real PostgreSQL and Kafka that tests work on. One switch, the system property {@code
 * mikromerit.platform}: the properties file of a running platform; "containers" for the official
 * images; "processes" for those of local-platform. Where it is not set, containers where a Docker
 * engine answers, else processes; either belongs to this JVM and ends with it.
 *
 * <p>It is known by a properties file in any case, so that the several class loaders of a Quarkus
 * test see one and the same.
 */
public final class Platform {
  /** Says which platform tests are to use. */
  public static final String SWITCH = "mikromerit.platform";

  private static final String CONTAINERS = "containers";
  private static final String PROCESSES = "processes";

  /** The same, for the platform that this JVM started for itself. */
  private static final String STARTED_HERE = "mikromerit.platform.of-this-jvm";

  /** A client prints its whole configuration; a test's output is for the test. */
  private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

  static {
    KAFKA_LOG.setLevel(Level.WARNING);
  }

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PostgresAdmin postgres;
  private final KafkaLogin kafka;
  private final @Nullable Servers own;

  private Platform(PostgresAdmin postgres, KafkaLogin kafka, @Nullable Servers own) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.own = own;
  }

  /** The platform of this test run. */
  public static Platform get() {
    // A lock that is the same object in every class loader.
    synchronized (System.getProperties()) {
      String started = System.getProperty(STARTED_HERE);
      if (started != null) {
        return from(Path.of(started));
      }
      String chosen = System.getProperty(SWITCH, "");
      if (!chosen.isEmpty() && !chosen.equals(CONTAINERS) && !chosen.equals(PROCESSES)) {
        return from(Path.of(chosen));
      }
      Platform mine = own();
      mine.takeOver();
      return mine;
    }
  }

  /** A platform that only the caller uses and may disturb; it is stopped at the end of the JVM. */
  public static Platform own() {
    return on(startServers());
  }

  /** Takes servers that were just started. */
  static Platform on(Servers servers) {
    Platform platform = new Platform(servers.postgres(), servers.kafka(), servers);
    platform.write();
    platform.recreateTopics();
    return platform;
  }

  /**
   * A new, empty database with its two roles; the name is another at each call.
   *
   * @param service what the name begins with, as "issuer"
   */
  public Database freshDatabase(String service) {
    byte[] suffix = new byte[4];
    RANDOM.nextBytes(suffix);
    String name = service + "_t" + HexFormat.of().formatHex(suffix);
    return postgres.ensure(name, name + "-owner", name + "-app");
  }

  /** How a test reaches the broker, where it may do anything. */
  public KafkaLogin kafka() {
    return kafka;
  }

  /** How a service reaches the broker, where it may do what its topics grant. */
  public KafkaLogin kafkaAs(String service) {
    return kafka.as(service, kafka.password());
  }

  public PostgresAdmin postgres() {
    return postgres;
  }

  /**
   * Makes the broker as new: no records, no groups' offsets, exactly the declared topics, each
   * service with its rights.
   */
  public void recreateTopics() {
    // A password of their own is for a platform that lasts longer than a test.
    BrokerSetup.of(Topics.declaredIn(Folders.checkout()), service -> kafka.password())
        .recreateAt(kafka);
  }

  /** Whether this platform belongs to this JVM, so that its servers may be stopped. */
  public boolean isOwn() {
    return own != null;
  }

  /** The broker is away, as after an orderly stop; its records stay. */
  public void stopKafka() {
    requireOwn().stopKafka();
  }

  /** The broker is away, as after a crash. */
  public void killKafka() {
    requireOwn().killKafka();
  }

  /** The broker is back, on the same port, with its records. */
  public void startKafka() {
    requireOwn().startKafka();
  }

  public void stopPostgres() {
    requireOwn().stopPostgres();
  }

  public void killPostgres() {
    requireOwn().killPostgres();
  }

  public void startPostgres() {
    requireOwn().startPostgres();
  }

  /** Ends the servers of an own platform and forgets their data. */
  public void close() {
    requireOwn().close();
  }

  /** From now on this one is what {@link #get()} gives in this JVM. */
  void takeOver() {
    System.setProperty(STARTED_HERE, file().toString());
  }

  /** What {@link #get()} gives is no longer this one. */
  void forget() {
    System.clearProperty(STARTED_HERE);
  }

  void giveBack() {
    forget();
    close();
  }

  /** Whether the broker of an own platform runs. */
  boolean kafkaRuns() {
    return requireOwn().kafkaRuns();
  }

  private Servers requireOwn() {
    if (own == null) {
      throw new IllegalStateException(
          "This platform is shared with others: a test that stops its servers asks for"
              + " Platform.own().");
    }
    return own;
  }

  private Path file() {
    return requireOwn().folder().resolve("platform.properties");
  }

  private void write() {
    Properties properties = new Properties();
    properties.setProperty("postgres.jdbc-base", postgres.jdbcBase());
    properties.setProperty("postgres.admin.user", postgres.user());
    properties.setProperty("postgres.admin.password", postgres.password());
    properties.setProperty("kafka.bootstrap", kafka.bootstrap());
    properties.setProperty("kafka.admin.user", kafka.user());
    properties.setProperty("kafka.admin.password", kafka.password());
    requireOwn().describe(properties);
    try (OutputStream out = Files.newOutputStream(file())) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Platform from(Path file) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PostgresAdmin postgres =
        new PostgresAdmin(
            properties.getProperty("postgres.jdbc-base"),
            properties.getProperty("postgres.admin.user"),
            properties.getProperty("postgres.admin.password"));
    KafkaLogin kafka =
        new KafkaLogin(
            properties.getProperty("kafka.bootstrap"),
            properties.getProperty("kafka.admin.user"),
            properties.getProperty("kafka.admin.password"));
    return new Platform(
        postgres,
        kafka,
        ProcessServers.described(properties, postgres.password())
            .or(() -> ContainerServers.described(properties, postgres, kafka))
            .orElse(null));
  }

  private static Servers startServers() {
    String chosen = System.getProperty(SWITCH, "");
    boolean containers =
        chosen.equals(CONTAINERS) || (!chosen.equals(PROCESSES) && ContainerServers.canStart());
    return containers ? ContainerServers.start() : ProcessServers.start();
  }
}
