package org.mikromerit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.kafka.KafkaBroker;
import org.mikromerit.platform.postgres.PostgresServer;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Ports;
import org.mikromerit.platform.process.Tools;

/** A real small disk; where mounting one is not allowed, this is skipped. */
class FullDiskTest {
  @TempDir Path folder;

  private boolean mounted;

  @BeforeEach
  void aSmallDisk() {
    mounted =
        Tools.succeeds(
            List.of("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder.toString()));
    assumeTrue(mounted, "no right to mount a small disk here");
  }

  @AfterEach
  void noSmallDisk() {
    if (mounted) {
      Tools.run(List.of("umount", "-l", folder.toString()), java.util.Map.of());
    }
  }

  @Test
  void aServerThatDoesNotFitSaysSoAndDoesNotRun() {
    var postgres = new PostgresServer(new Home(folder), Ports.free(), "word");

    assertThatThrownBy(postgres::start)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("No space left on device");
    assertThat(postgres.daemon().running()).isEmpty();
  }

  @Test
  void aDiskThatIsFullFromTheStartIsSaidToo() throws Exception {
    fill();
    var broker = new KafkaBroker(new Home(folder), Ports.free(), Ports.free(), "word");

    assertThatThrownBy(broker::start).hasStackTraceContaining("No space left on device");
    assertThat(broker.daemon().running()).isEmpty();
  }

  private void fill() throws Exception {
    byte[] bytes = new byte[7 << 20];
    try {
      Files.write(folder.resolve("filler"), bytes);
    } catch (java.io.IOException e) {
      // Full, as intended.
    }
  }
}
