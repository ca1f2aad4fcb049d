package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Tools;

class LockTest {
  @TempDir Path folder;

  @Test
  void twoCommandsDoNotStartOrStopThingsAtOnce() throws IOException {
    try (Lock _ = Lock.take(new Home(folder))) {
      String said = anotherLauncher("down");

      assertThat(said).contains("Another ./mikromerit is starting or stopping things");
    }
  }

  @Test
  void theLockEndsWithItsHolder() throws IOException {
    Lock.take(new Home(folder)).close();

    String said = anotherLauncher("down");

    assertThat(said).contains("Nothing was running.");
  }

  private String anotherLauncher(String command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Tools.java(),
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            command);
    builder.environment().put("MIKROMERIT_HOME", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
