package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.launcher.Stack.Part;
import org.mikromerit.platform.process.Ports;

class FreePortsTest {
  @TempDir Path folder;

  @Test
  void aTakenPortIsNamedWithItsHolderAndTheWayOut() throws Exception {
    try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings =
          settings(Map.of("MIKROMERIT_PORT_REGISTRY", Integer.toString(holder.getLocalPort())));

      assertThatThrownBy(() -> new FreePorts(settings).require(parts(settings)))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("Port " + holder.getLocalPort() + ", for registry-service")
          .hasMessageContaining("pid " + ProcessHandle.current().pid())
          .hasMessageContaining("MIKROMERIT_PORT_REGISTRY=")
          .hasMessageContaining("Nothing was started");
    }
  }

  @Test
  void everyTakenPortIsSaidAtOnce() throws Exception {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket other = new ServerSocket(0)) {
      Settings settings =
          settings(
              Map.of(
                  "MIKROMERIT_PORT_KAFKA_CONTROLLER", Integer.toString(one.getLocalPort()),
                  "MIKROMERIT_PORT_POSTGRES", Integer.toString(other.getLocalPort())));

      assertThatThrownBy(() -> new FreePorts(settings).require(parts(settings)))
          .hasMessageContaining("Kafka's controller")
          .hasMessageContaining("PostgreSQL");
    }
  }

  @Test
  void freePortsAreNoReasonToRefuse() {
    Settings settings = settings(Map.of());

    assertThatCode(() -> new FreePorts(settings).require(parts(settings)))
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsNoPortIsRefused() {
    assertThatThrownBy(() -> settings(Map.of("MIKROMERIT_PORT_ISSUER", "65536")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("MIKROMERIT_PORT_ISSUER=65536 is not a port");
  }

  @Test
  void withoutAWordThePortsAreThoseOfTheDocumentation() {
    Settings settings = Settings.of(folder, Map.of());

    assertThat(settings.port(Port.ISSUER)).isEqualTo(8081);
    assertThat(settings.port(Port.POSTGRES)).isEqualTo(15432);
    assertThat(settings.home().root()).isEqualTo(folder.resolve(".mikromerit"));
  }

  private static List<Part> parts(Settings settings) {
    return new Stack(settings).parts();
  }

  private Settings settings(Map<String, String> wanted) {
    Map<String, String> environment = new HashMap<>();
    for (Port port : Port.values()) {
      environment.put(port.variable(), Integer.toString(Ports.free()));
    }
    environment.putAll(wanted);
    return Settings.of(folder, environment);
  }
}
