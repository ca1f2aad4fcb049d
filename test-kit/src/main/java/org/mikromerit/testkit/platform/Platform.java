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
import org.mikromerit.platform.PrivateServers;
import org.mikromerit.platform.kafka.BrokerSetup;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.kafka.Topics;
import org.mikromerit.platform.postgres.Database;
import org.mikromerit.platform.postgres.PostgresAdmin;
import org.mikromerit.platform.process.Daemon;

/**
 * The real PostgreSQL and Kafka that tests work on. One switch: the system property {@code
 * mikromerit.platform} names the properties file of a running platform, else this JVM starts one on
 * free ports and stops it at its end.
 *
 * <p>It is known by such a file in either case, so that the several class loaders of a Quarkus test
 * see one and the same.
 */
public final class Platform {
  /** Names the properties file of the platform that tests are to use. */
  public static final String SWITCH = "mikromerit.platform";

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
  private final @Nullable PrivateServers own;

  private Platform(PostgresAdmin postgres, KafkaLogin kafka, @Nullable PrivateServers own) {
    this.postgres = postgres;
    this.kafka = kafka;
    this.own = own;
  }

  /** The platform of this test run. */
  public static Platform get() {
    // A lock that is the same object in every class loader.
    synchronized (System.getProperties()) {
      String file = System.getProperty(STARTED_HERE, System.getProperty(SWITCH));
      if (file != null) {
        return from(Path.of(file));
      }
      Platform started = own();
      started.takeOver();
      return started;
    }
  }

  /** A platform that only the caller uses and may disturb; it is stopped at the end of the JVM. */
  public static Platform own() {
    PrivateServers servers = PrivateServers.start();
    Platform platform = new Platform(servers.postgres().admin(), servers.kafka().login(), servers);
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
    requireOwn().kafka().stop();
  }

  /** The broker is away, as after a crash. */
  public void killKafka() {
    requireOwn().kafka().kill();
  }

  /** The broker is back, on the same port, with its records. */
  public void startKafka() {
    requireOwn().kafka().start();
  }

  public void stopPostgres() {
    requireOwn().postgres().stop();
  }

  public void killPostgres() {
    requireOwn().postgres().kill();
  }

  public void startPostgres() {
    requireOwn().postgres().start();
  }

  /** Ends the servers of an own platform and forgets their data. */
  public void close() {
    requireOwn().close();
  }

  /** From now on this one is what {@link #get()} gives in this JVM. */
  void takeOver() {
    System.setProperty(STARTED_HERE, file().toString());
  }

  void giveBack() {
    System.clearProperty(STARTED_HERE);
    close();
  }

  /** The broker of an own platform as a process. */
  public Daemon kafkaProcess() {
    return requireOwn().kafka().daemon();
  }

  private PrivateServers requireOwn() {
    if (own == null) {
      throw new IllegalStateException(
          "This platform is shared with others: a test that stops its servers asks for"
              + " Platform.own().");
    }
    return own;
  }

  private Path file() {
    return requireOwn().home().root().resolve("platform.properties");
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
    return new Platform(
        postgres,
        new KafkaLogin(
            properties.getProperty("kafka.bootstrap"),
            properties.getProperty("kafka.admin.user"),
            properties.getProperty("kafka.admin.password")),
        PrivateServers.described(properties, postgres.password()).orElse(null));
  }
}
