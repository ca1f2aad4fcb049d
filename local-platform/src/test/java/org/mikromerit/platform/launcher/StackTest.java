package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.launcher.Stack.Part;

class StackTest {
  @TempDir Path folder;

  @Test
  void twoReplicasAreEachServiceTwiceAndEachServerAndThePortalOnce() {
    List<String> names = stack().parts(2).stream().map(Part::name).toList();

    assertThat(names)
        .containsExactly(
            "postgres",
            "keycloak",
            "kafka",
            "issuer",
            "registry",
            "verification",
            "stacking",
            "issuer-2",
            "registry-2",
            "verification-2",
            "stacking-2",
            "portal");
  }

  @Test
  void noTwoPartsShareAPort() {
    List<Port> ports = stack().parts(2).stream().flatMap(part -> part.ports().stream()).toList();

    assertThat(new HashSet<>(ports)).hasSameSizeAs(ports).containsExactlyInAnyOrder(Port.values());
    assertThat(new HashSet<>(ports.stream().map(Port::usual).toList())).hasSameSizeAs(ports);
  }

  @Test
  void theSecondInstanceHasAPlaceOfItsOwnAndTheSameDatabase() {
    Stack stack = stack();

    assertThat(stack.service("issuer", 2).url()).isEqualTo("http://localhost:8091");
    assertThat(stack.service("issuer", 2).daemon().log())
        .isEqualTo(folder.resolve("log/issuer-2.log"));
    assertThat(stack.service("issuer").url()).isEqualTo("http://localhost:8081");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "two", "-1", ""})
  void moreReplicasThanThereArePortsForAreRefused(String number) {
    Up up = new Up(settings(), quiet());
    List<String> arguments =
        number.isEmpty() ? List.of("--replicas") : List.of("--replicas", number);

    assertThatThrownBy(() -> up.run(arguments))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("from 1 to 2");
  }

  @Test
  void aMistypedNameStartsNothing() {
    assertThatThrownBy(() -> new Up(settings(), quiet()).run(List.of("isuer")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("There is no isuer");
  }

  private Stack stack() {
    return new Stack(settings());
  }

  private Settings settings() {
    return Settings.of(folder, Map.of("MIKROMERIT_HOME", folder.toString()));
  }

  private static Console quiet() {
    return new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
  }
}
