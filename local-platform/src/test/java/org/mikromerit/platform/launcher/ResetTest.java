package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Daemon;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Signal;

class ResetTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void someState() throws Exception {
    Files.createDirectories(folder.resolve("data/postgres"));
    Files.writeString(folder.resolve("data/postgres/PG_VERSION"), "18");
    Files.writeString(folder.resolve("secrets.properties"), "postgres=secret");
    Files.createDirectories(folder.resolve("launcher"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "y\n", "no\n", "\n"})
  void withoutAClearYesNothingIsDeleted(String answer) {
    assertThat(reset(answer).run(List.of())).isFalse();

    assertThat(folder.resolve("secrets.properties")).exists();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Nothing was done.");
  }

  @Test
  void withAYesAllButTheLauncherItselfIsGone() {
    assertThat(reset("yes\n").run(List.of())).isTrue();

    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(folder.resolve("secrets.properties")).doesNotExist();
    assertThat(folder.resolve("launcher")).exists();
  }

  @Test
  void whoSaysItBeforehandIsNotAsked() {
    assertThat(reset("").run(List.of("--yes"))).isTrue();

    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aMistypedOptionDeletesNothing() {
    assertThatThrownBy(() -> reset("yes\n").run(List.of("--force")))
        .isInstanceOf(PlatformException.class);

    assertThat(folder.resolve("data")).exists();
  }

  @Test
  void whatRunsIsStoppedFirstTheSecondInstancesToo() {
    Daemon second = new Daemon(new Home(folder), "issuer-2");
    var running = second.start(List.of("sleep", "600"), Map.of(), 8091, "v1");

    reset("yes\n").run(List.of());

    assertThat(running.identity().alive()).isFalse();
    second.stop(Signal.KILL, Duration.ofSeconds(5));
  }

  private Reset reset(String answer) {
    return new Reset(
        Settings.of(folder, Map.of("MIKROMERIT_HOME", folder.toString())),
        new Console(new PrintStream(said, true, StandardCharsets.UTF_8)),
        new BufferedReader(new StringReader(answer)));
  }
}
