package org.mikromerit.platform.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.process.Tools;

/**
 * One Kafka node, broker and controller in one process, whose records outlive it. Clients sign in
 * by SCRAM and may do only what they were granted; the administrator may do anything.
 */
public final class KafkaBroker {
  public static final String NAME = "kafka";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Home home;
  private final Daemon daemon;
  private final int port;
  private final int controllerPort;
  private final String password;

  /**
   * @param controllerPort where the node's controller half listens, for the node itself only
   * @param password the administrator's, set when the data folder is made and kept with it
   */
  public KafkaBroker(Home home, int port, int controllerPort, String password) {
    this.home = home;
    this.daemon = new Daemon(home, NAME);
    this.port = port;
    this.controllerPort = controllerPort;
    this.password = password;
  }

  /** What clients connect to. */
  public String bootstrap() {
    return "localhost:" + port;
  }

  /** As the administrator, who may do anything. */
  public KafkaLogin login() {
    return new KafkaLogin(bootstrap(), KafkaLogin.ADMIN, password);
  }

  public int port() {
    return port;
  }

  public int controllerPort() {
    return controllerPort;
  }

  public Daemon daemon() {
    return daemon;
  }

  /** A client that gives up soon; close it. */
  public Admin admin() {
    Map<String, Object> settings = new HashMap<>(login().settings());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
    return Admin.create(settings);
  }

  /** Whether it runs as it would be started now. */
  public boolean current() {
    return daemon.runs(fingerprint());
  }

  /** Whether it is current and answers. */
  public boolean healthy() {
    return current() && answers();
  }

  /** Starts it unless it runs, and waits until it answers. */
  public void start() {
    if (healthy()) {
      return;
    }
    stop();
    Path settings = configure();
    format(settings);
    daemon.start(
        List.of(
            Tools.java(),
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka=info",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            "-cp",
            KafkaJars.classPath(),
            "kafka.Kafka",
            settings.toString()),
        Map.of(),
        port,
        fingerprint());
    daemon.await(this::answers, START);
  }

  public boolean stop() {
    return daemon.stop(Signal.TERMINATE, STOP);
  }

  /** Ends it as a crash would. */
  public void kill() {
    daemon.stop(Signal.KILL, STOP);
  }

  /** A wrong password is said at once: waiting would not help. */
  boolean answers() {
    // A bare connection first: a client would retry, and complain in the log meanwhile.
    if (!Ports.accepts(port)) {
      return false;
    }
    try (Admin admin = admin()) {
      return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == 1;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SaslAuthenticationException) {
        throw new PlatformException(
            "Kafka at "
                + bootstrap()
                + " refuses our password: its data were made with other secrets. Bring back the"
                + " secrets.properties that belongs to them, or remove the state folder.",
            e);
      }
      return false;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private String fingerprint() {
    return Versions.ofThisBuild().kafka() + " port " + port + " " + settings().hashCode();
  }

  private Path configure() {
    Path file = home.folder("kafka").resolve("server.properties");
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, settings());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void format(Path settings) {
    if (Files.exists(home.data(NAME).resolve("meta.properties"))) {
      return;
    }
    Tools.run(
        List.of(
            Tools.java(),
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            KafkaJars.classPath(),
            "kafka.tools.StorageTool",
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            // The administrator must be there before anybody can sign in to make users.
            "--add-scram",
            "SCRAM-SHA-256=[name=%s,password=%s]".formatted(KafkaLogin.ADMIN, password),
            "--config",
            settings.toString()),
        Map.of());
  }

  private String settings() {
    return """
        # Written anew at each start by local-platform.
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@localhost:%2$d
        listeners=CLIENTS://localhost:%1$d,CONTROLLER://localhost:%2$d
        advertised.listeners=CLIENTS://localhost:%1$d
        inter.broker.listener.name=CLIENTS
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        listener.name.clients.sasl.enabled.mechanisms=SCRAM-SHA-256
        listener.name.clients.scram-sha-256.sasl.jaas.config=%4$s
        sasl.mechanism.inter.broker.protocol=SCRAM-SHA-256
        # The node's two halves: its users are kept by the controller, so they cannot let it in.
        listener.name.controller.sasl.enabled.mechanisms=PLAIN
        listener.name.controller.plain.sasl.jaas.config=%5$s
        sasl.mechanism.controller.protocol=PLAIN
        # What was not granted is refused.
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        allow.everyone.if.no.acl.found=false
        super.users=User:%6$s
        log.dirs=%3$s
        # Topics are declared, never made by a mistyped name.
        auto.create.topics.enable=false
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=8
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        share.coordinator.state.topic.num.partitions=4
        group.initial.rebalance.delay.ms=0
        log.cleaner.dedupe.buffer.size=2097152
        """
        .formatted(
            port,
            controllerPort,
            home.data(NAME),
            KafkaLogin.scram(KafkaLogin.ADMIN, password),
            plain(KafkaLogin.ADMIN, password),
            KafkaLogin.ADMIN);
  }

  private static String plain(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
        .formatted(user, password);
  }
}
