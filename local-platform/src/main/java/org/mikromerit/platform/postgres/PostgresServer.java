package org.mikromerit.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Signal;
import org.mikromerit.platform.process.Tools;

/**
 * PostgreSQL as a process of its own whose data outlive it. It listens on the loopback address
 * only, and does not count as started before it has said itself that its commits are durable.
 */
public final class PostgresServer {
  public static final String NAME = "postgres";
  private static final String SUPERUSER = "postgres";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);

  private final Home home;
  private final Daemon daemon;
  private final Path data;
  private final int port;
  private final PostgresAdmin admin;

  /**
   * @param password the superuser's, set when the data folder is made and kept with it
   */
  public PostgresServer(Home home, int port, String password) {
    this.home = home;
    this.daemon = new Daemon(home, NAME);
    this.data = home.data(NAME);
    this.port = port;
    this.admin =
        new PostgresAdmin("jdbc:postgresql://localhost:" + port + "/", SUPERUSER, password);
  }

  public PostgresAdmin admin() {
    return admin;
  }

  public int port() {
    return port;
  }

  public Daemon daemon() {
    return daemon;
  }

  /** Whether it runs as it would be started now. */
  public boolean current() {
    return daemon.runs(fingerprint());
  }

  /** Whether it is current and answers. */
  public boolean healthy() {
    return current() && admin.answers();
  }

  /** Starts it unless it runs, and waits until it answers and has shown that it is durable. */
  public void start() {
    if (!healthy()) {
      stop();
      Unprivileged way = Unprivileged.here();
      PostgresBinaries binaries = binaries(way);
      initialise(binaries, way);
      configure();
      way.give(data);
      daemon.start(
          way.command(List.of(binaries.program("postgres"), "-D", data.toString())),
          Map.of("LC_ALL", "C"),
          port,
          fingerprint());
      daemon.await(admin::answers, START);
    }
    admin.requireDurable();
  }

  public boolean stop() {
    return daemon.stop(Signal.INTERRUPT, STOP);
  }

  /** Ends it as a crash would. */
  public void kill() {
    daemon.stop(Signal.KILL, STOP);
  }

  private String fingerprint() {
    return Versions.ofThisBuild().postgres() + " port " + port + " " + settings().hashCode();
  }

  /** From the cache; but that lies in a home folder, which another user cannot enter. */
  private PostgresBinaries binaries(Unprivileged way) {
    return way == Unprivileged.NOBODY
        ? PostgresBinaries.unpackedBelow(home.folder("data"))
        : PostgresBinaries.unpackedBelow(Folders.cache());
  }

  private void initialise(PostgresBinaries binaries, Unprivileged way) {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    // A folder without a version is what an interrupted initdb leaves.
    Folders.delete(data);
    Path password = data.resolveSibling("postgres-password");
    try {
      Files.createDirectories(data.getParent());
      Files.deleteIfExists(password);
      Files.createFile(
          password,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(password, admin.password());
      initdb(binaries, way, password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initdb(PostgresBinaries binaries, Unprivileged way, Path password)
      throws IOException {
    Path draft = data.resolveSibling("postgres-initialising");
    Folders.delete(draft);
    Files.createDirectories(draft);
    way.give(draft, password);
    try {
      Tools.run(
          way.command(
              List.of(
                  binaries.program("initdb"),
                  "--pgdata=" + draft,
                  "--username=" + SUPERUSER,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  // The same order and the same letters on every machine.
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C")),
          Map.of("LC_ALL", "C"));
      Files.writeString(
          draft.resolve("postgresql.conf"),
          "include 'mikromerit.conf'\n",
          StandardOpenOption.APPEND);
      Files.move(draft, data);
    } finally {
      Files.delete(password);
    }
  }

  private void configure() {
    try {
      Files.writeString(data.resolve("mikromerit.conf"), settings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String settings() {
    return """
        # Written anew at each start by local-platform.
        listen_addresses = 'localhost'
        port = %d
        unix_socket_directories = ''
        max_connections = 200
        # A commit that was answered survives a crash.
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m [%%p] %%d '
        """
        .formatted(port);
  }
}
