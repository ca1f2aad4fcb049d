package org.mikromerit.testkit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.kafka.KafkaBroker;
import org.mikromerit.platform.postgres.PostgresServer;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.platform.process.ProcessIdentity;

/** Servers that one test JVM started, in a folder that names that JVM. */
record PrivateSet(Home home, PostgresServer postgres, KafkaBroker kafka) {
  private static final String OWNER = "owner";

  /** Starts a set and has it stopped when this JVM ends. */
  static PrivateSet start() {
    sweep();
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Home home = new Home(sets().resolve(ProcessHandle.current().pid() + "-" + password));
    own(home);
    PrivateSet set =
        new PrivateSet(
            home,
            new PostgresServer(home, Ports.free(), password),
            new KafkaBroker(home, Ports.free(), Ports.free()));
    Runtime.getRuntime().addShutdownHook(new Thread(set::close, "stop-platform"));
    Thread kafka = Thread.ofPlatform().name("start-kafka").start(set.kafka()::start);
    set.postgres().start();
    join(kafka);
    // Waits again, and throws here what the thread could only have printed.
    set.kafka().start();
    return set;
  }

  /** The set that a platform's properties describe, if it is one of this JVM's. */
  static @Nullable PrivateSet described(Properties properties, String password) {
    String folder = properties.getProperty("own.home");
    if (folder == null) {
      return null;
    }
    Home home = new Home(Path.of(folder));
    return new PrivateSet(
        home,
        new PostgresServer(home, port(properties, "own.postgres"), password),
        new KafkaBroker(
            home, port(properties, "own.kafka"), port(properties, "own.kafka-controller")));
  }

  void describe(Properties properties) {
    properties.setProperty("own.home", home.root().toString());
    properties.setProperty("own.postgres", Integer.toString(postgres.port()));
    properties.setProperty("own.kafka", Integer.toString(kafka.port()));
    properties.setProperty("own.kafka-controller", Integer.toString(kafka.controllerPort()));
  }

  void close() {
    // What they hold is thrown away, so nothing need be written first.
    kafka.kill();
    postgres.kill();
    Folders.delete(home.root());
  }

  private static int port(Properties properties, String key) {
    return Integer.parseInt(properties.getProperty(key));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
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

  /** Ends what test JVMs left behind that were killed before they could. */
  private static void sweep() {
    if (!Files.isDirectory(sets())) {
      return;
    }
    try (Stream<Path> folders = Files.list(sets())) {
      folders.filter(PrivateSet::abandoned).forEach(PrivateSet::end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean abandoned(Path folder) {
    try {
      List<String> owner = Files.readAllLines(folder.resolve(OWNER));
      return !new ProcessIdentity(Long.parseLong(owner.get(0)), owner.get(1)).alive();
    } catch (IOException | RuntimeException e) {
      // Being made, or being removed, by another JVM at this moment.
      return false;
    }
  }

  private static void end(Path folder) {
    Home home = new Home(folder);
    new KafkaBroker(home, 0, 0).kill();
    new PostgresServer(home, 0, "").kill();
    Folders.delete(folder);
  }
}
