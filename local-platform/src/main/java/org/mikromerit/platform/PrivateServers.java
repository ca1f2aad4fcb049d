package org.mikromerit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.mikromerit.platform.kafka.KafkaBroker;
import org.mikromerit.platform.postgres.PostgresServer;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.platform.process.ProcessIdentity;

/**
 * PostgreSQL and Kafka on free ports, for as long as the JVM that started them: they and their data
 * go with it. What a killed JVM left behind is ended by the next one that starts a set.
 */
public record PrivateServers(Home home, PostgresServer postgres, KafkaBroker kafka) {
  private static final String OWNER = "owner";

  /** Starts a set and has it ended when this JVM ends. */
  public static PrivateServers start() {
    sweep();
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Home home = new Home(sets().resolve(ProcessHandle.current().pid() + "-" + password));
    own(home);
    PrivateServers servers =
        new PrivateServers(
            home,
            new PostgresServer(home, Ports.free(), password),
            new KafkaBroker(home, Ports.free(), Ports.free(), password));
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "end-private-servers"));
    servers.startBoth();
    return servers;
  }

  /** The servers that {@link #describe} wrote of, seen from another class loader of their JVM. */
  public static Optional<PrivateServers> described(Properties properties, String password) {
    String folder = properties.getProperty("own.home");
    if (folder == null) {
      return Optional.empty();
    }
    Home home = new Home(Path.of(folder));
    return Optional.of(
        new PrivateServers(
            home,
            new PostgresServer(home, port(properties, "own.postgres"), password),
            new KafkaBroker(
                home,
                port(properties, "own.kafka"),
                port(properties, "own.kafka-controller"),
                password)));
  }

  public void describe(Properties properties) {
    properties.setProperty("own.home", home.root().toString());
    properties.setProperty("own.postgres", Integer.toString(postgres.port()));
    properties.setProperty("own.kafka", Integer.toString(kafka.port()));
    properties.setProperty("own.kafka-controller", Integer.toString(kafka.controllerPort()));
  }

  /** Ends both and removes what they held, so nothing of it need be written first. */
  public void close() {
    kafka.kill();
    postgres.kill();
    Folders.delete(home.root());
  }

  private void startBoth() {
    Thread starting =
        Thread.ofPlatform()
            .name("start-kafka")
            // The caller starts it again below, which reports what went wrong here.
            .uncaughtExceptionHandler((thread, failure) -> {})
            .start(kafka::start);
    postgres.start();
    try {
      starting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
    kafka.start();
  }

  private static int port(Properties properties, String key) {
    return Integer.parseInt(properties.getProperty(key));
  }

  private static Path sets() {
    return Folders.checkout().resolve(".mikromerit/test");
  }

  private static void own(Home home) {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    try {
      Files.createDirectories(home.root());
      Files.writeString(home.root().resolve(OWNER), self.pid() + "\n" + self.born());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep() {
    if (!Files.isDirectory(sets())) {
      return;
    }
    try (Stream<Path> folders = Files.list(sets())) {
      folders.filter(PrivateServers::abandoned).forEach(PrivateServers::end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean abandoned(Path folder) {
    try {
      List<String> owner = Files.readAllLines(folder.resolve(OWNER));
      return owner.size() == 2
          && !new ProcessIdentity(Long.parseLong(owner.get(0)), owner.get(1)).alive();
    } catch (IOException e) {
      // Being made, or being removed, by another JVM at this moment.
      return false;
    }
  }

  private static void end(Path folder) {
    Home home = new Home(folder);
    new KafkaBroker(home, 0, 0, "").kill();
    new PostgresServer(home, 0, "").kill();
    Folders.delete(folder);
  }
}
