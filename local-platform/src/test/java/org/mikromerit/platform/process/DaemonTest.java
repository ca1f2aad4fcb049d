package org.mikromerit.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Daemon.Running;

class DaemonTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void aLaterCommandFindsWhatAnEarlierOneStarted() {
    Running started = sleeper().start(List.of("sleep", "600"), Map.of(), 4711, "v1");

    Daemon later = sleeper();

    assertThat(later.running()).contains(started);
    assertThat(later.runs("v1")).isTrue();
    assertThat(later.runs("v2")).isFalse();
    later.stop(Signal.KILL, PATIENCE);
  }

  @Test
  void whatWasStoppedIsGone() {
    Daemon daemon = sleeper();
    Running started = daemon.start(List.of("sleep", "600"), Map.of(), 4711, "v1");

    boolean ran = daemon.stop(Signal.TERMINATE, PATIENCE);

    assertThat(ran).isTrue();
    assertThat(started.identity().alive()).isFalse();
    assertThat(daemon.running()).isEmpty();
  }

  @Test
  void whatDoesNotHeedTheSignalIsEndedByForce() throws Exception {
    Daemon daemon = sleeper();
    Running started =
        daemon.start(
            List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"),
            Map.of(),
            4711,
            "v1");
    daemon.await(() -> log().contains("deaf"), PATIENCE);

    daemon.stop(Signal.TERMINATE, Duration.ofMillis(300));

    assertThat(started.identity().alive()).isFalse();
  }

  @Test
  void aStrangerThatWasGivenTheSamePidIsNeverSignalled() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    ProcessIdentity now = ProcessIdentity.of(stranger.pid()).orElseThrow();
    Files.writeString(
        new Home(folder).folder("run").resolve("sleeper.properties"),
        "pid=%d\nborn=%s0\nport=1\nfingerprint=v1\nsince=2026-01-01T00:00:00Z\n"
            .formatted(now.pid(), now.born()));

    boolean ran = sleeper().stop(Signal.KILL, PATIENCE);

    assertThat(ran).isFalse();
    assertThat(now.alive()).isTrue();
    stranger.destroyForcibly();
  }

  @Test
  void aServerThatDiesWhileStartingIsSaidWithTheEndOfItsLog() {
    Daemon daemon = sleeper();
    daemon.start(
        List.of("sh", "-c", "sleep 0.3; echo the disk is full; exit 1"), Map.of(), 4711, "v1");

    assertThatThrownBy(() -> daemon.await(() -> false, PATIENCE))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("sleeper ended while starting")
        .hasMessageContaining("the disk is full");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pid=",
        "pid=x\nborn=1\nport=1\nfingerprint=v1\nsince=2026-01-01T00:00:00Z",
        "pid=1\nborn=1\nport=1\nfingerprint=v1\nsince=yesterday",
        "\\u12"
      })
  void aDamagedRecordNamesNoProcess(String record) throws Exception {
    Files.writeString(new Home(folder).folder("run").resolve("sleeper.properties"), record);

    assertThat(sleeper().running()).isEmpty();
    assertThat(sleeper().stop(Signal.KILL, PATIENCE)).isFalse();
  }

  @Test
  void whatCannotBeRecordedDoesNotRun() throws Exception {
    // A folder where the record would be written stands for a disk that takes no more.
    Files.createDirectories(new Home(folder).folder("run").resolve("sleeper.new"));
    String mark = "60" + System.nanoTime() % 1_000_000;

    assertThatThrownBy(() -> sleeper().start(List.of("sleep", mark), Map.of(), 4711, "v1"))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("could not be started");

    while (ProcessHandle.allProcesses().anyMatch(process -> sleeps(process, mark))) {
      Thread.sleep(50);
    }
  }

  @Test
  void aProcessThatEndedIsNotAliveThoughItsPidIsStillThere() throws Exception {
    Process child = new ProcessBuilder("true").start();
    ProcessIdentity identity = new ProcessIdentity(child.pid(), "whenever");

    child.waitFor();

    assertThat(identity.alive()).isFalse();
    assertThat(identity.handle()).isEmpty();
  }

  private static boolean sleeps(ProcessHandle process, String mark) {
    return process.info().commandLine().orElse("").endsWith("sleep " + mark);
  }

  private Daemon sleeper() {
    return new Daemon(new Home(folder), "sleeper");
  }

  private String log() {
    try {
      return Files.readString(sleeper().log());
    } catch (IOException e) {
      return "";
    }
  }
}
