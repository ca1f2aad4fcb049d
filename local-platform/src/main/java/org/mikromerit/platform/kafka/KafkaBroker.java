package org.mikromerit.platform.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.process.Tools;

/** One Kafka node, broker and controller in one process, whose records outlive it. */
public final class KafkaBroker {
  public static final String NAME = "kafka";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Home home;
  private final Daemon daemon;
  private final int port;
  private final int controllerPort;

  /**
   * @param controllerPort where the node's controller half listens, for the node itself only
   */
  public KafkaBroker(Home home, int port, int controllerPort) {
    this.home = home;
    this.daemon = new Daemon(home, NAME);
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /** What clients connect to. */
  public String bootstrap() {
    return "localhost:" + port;
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
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000));
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

  private boolean answers() {
    // A bare connection first: a client would retry, and complain in the log meanwhile.
    if (!Ports.accepts(port)) {
      return false;
    }
    try (Admin admin = admin()) {
      return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == 1;
    } catch (ExecutionException | TimeoutException e) {
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
        listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
        advertised.listeners=PLAINTEXT://localhost:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
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
        .formatted(port, controllerPort, home.data(NAME));
  }
}
