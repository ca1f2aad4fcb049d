package org.mikromerit.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.mikromerit.platform.PlatformException;

/**
 * A named background process that outlives the command which started it. What runs is written to
 * {@code run/<name>.properties} of the state folder; nothing is ever signalled unless both its pid
 * and its birth are the ones written there.
 */
public final class Daemon {
  private static final long LOG_LIMIT = 20L * 1024 * 1024;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration REAPED = Duration.ofSeconds(10);

  private final Home home;
  private final String name;

  public Daemon(Home home, String name) {
    this.home = home;
    this.name = name;
  }

  /**
   * What is known of a process that was started.
   *
   * @param fingerprint of what it was started from: another one means that it is stale
   */
  public record Running(
      String name, ProcessIdentity identity, int port, String fingerprint, Instant since) {}

  public String name() {
    return name;
  }

  public Path log() {
    return home.log(name);
  }

  /** The process that was started under this name and still lives. */
  public Optional<Running> running() {
    return recorded().filter(running -> running.identity().alive());
  }

  /** Whether it runs and was started from exactly this. */
  public boolean runs(String fingerprint) {
    return running().filter(running -> running.fingerprint().equals(fingerprint)).isPresent();
  }

  /** Starts it in a session of its own, so that neither Ctrl-C nor the end of this JVM ends it. */
  public Running start(
      List<String> command, Map<String, String> environment, int port, String fingerprint) {
    ProcessBuilder builder = new ProcessBuilder(detached(command));
    builder.environment().putAll(environment);
    builder.directory(home.folder("log").toFile());
    builder.redirectErrorStream(true);
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    try {
      builder.redirectOutput(Redirect.appendTo(freshLog().toFile()));
      return remembered(builder.start(), port, fingerprint);
    } catch (IOException e) {
      throw new PlatformException(
          name + " could not be started: " + command.getFirst() + ": " + e.getMessage(), e);
    }
  }

  /** What nobody can find again must not run, so it is ended where its record cannot be written. */
  private Running remembered(Process process, int port, String fingerprint) throws IOException {
    try {
      Running running =
          new Running(
              name,
              ProcessIdentity.of(process.pid()).orElseThrow(() -> died("at once")),
              port,
              fingerprint,
              Instant.now());
      record(running);
      return running;
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** Waits until it is ready; says so with the end of its log when it dies or takes too long. */
  public void await(BooleanSupplier ready, Duration limit) {
    Instant end = Instant.now().plus(limit);
    while (!ready.getAsBoolean()) {
      if (running().isEmpty()) {
        throw died("while starting");
      }
      if (Instant.now().isAfter(end)) {
        throw new PlatformException(
            name + " was not ready after " + limit.toSeconds() + " s." + endOfLog());
      }
      sleep();
    }
  }

  /** Tells it, if it runs, and does not wait for what comes of it. */
  public void tell(Signal signal) {
    running().ifPresent(running -> signal.send(running.identity()));
  }

  /** Asks it to end with the signal, ends it by force after the patience. False if none ran. */
  public boolean stop(Signal signal, Duration patience) {
    Optional<Running> running = running();
    running.ifPresent(it -> end(it.identity(), signal, patience));
    forget();
    return running.isPresent();
  }

  private static void end(ProcessIdentity identity, Signal signal, Duration patience) {
    List<ProcessHandle> children =
        identity.handle().map(ProcessHandle::descendants).orElseGet(Stream::empty).toList();
    signal.send(identity);
    Instant end = Instant.now().plus(patience);
    while (identity.alive()) {
      if (Instant.now().isAfter(end)) {
        identity.handle().ifPresent(ProcessHandle::destroyForcibly);
      }
      sleep();
    }
    // PostgreSQL refuses to start while the number in its lock file is somebody's, also a dead
    // one's, and while one of its own processes still has its memory.
    Instant patient = Instant.now().plus(REAPED);
    while ((identity.lingers() || children.stream().anyMatch(ProcessHandle::isAlive))
        && Instant.now().isBefore(patient)) {
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private static List<String> detached(List<String> command) {
    List<String> all = new ArrayList<>();
    if (Tools.find("setsid").isPresent()) {
      all.add("setsid");
    }
    all.addAll(command);
    return all;
  }

  private Path freshLog() throws IOException {
    Path log = log();
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, log.resolveSibling(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  private PlatformException died(String when) {
    return new PlatformException(name + " ended " + when + "." + endOfLog());
  }

  private String endOfLog() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log()), StandardCharsets.UTF_8).lines().toList();
      return " The end of "
          + log()
          + ":\n  "
          + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return " It left no log.";
    }
  }

  private Path file() {
    return home.folder("run").resolve(name + ".properties");
  }

  private void record(Running running) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(running.identity().pid()));
    properties.setProperty("born", running.identity().born());
    properties.setProperty("port", Integer.toString(running.port()));
    properties.setProperty("fingerprint", running.fingerprint());
    properties.setProperty("since", running.since().toString());
    Path draft = file().resolveSibling(name + ".new");
    try (OutputStream out = Files.newOutputStream(draft)) {
      properties.store(out, null);
    }
    Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Optional<Running> recorded() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file())) {
      Properties properties = new Properties();
      properties.load(in);
      return Optional.of(read(properties));
    } catch (IllegalArgumentException | DateTimeException e) {
      // Damaged by another hand, so it names no process of ours.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Running read(Properties properties) {
    return new Running(
        name,
        new ProcessIdentity(
            Long.parseLong(properties.getProperty("pid", "")), properties.getProperty("born", "")),
        Integer.parseInt(properties.getProperty("port", "")),
        properties.getProperty("fingerprint", ""),
        Instant.parse(properties.getProperty("since", "")));
  }

  private void forget() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
