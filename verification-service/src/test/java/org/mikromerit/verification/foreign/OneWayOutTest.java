package org.mikromerit.verification.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No class but those of this package names a way to another machine. */
@Tag("S1")
class OneWayOutTest {
  private static final List<String> WAYS_OUT =
      List.of(
          "java/net/http/",
          "java/net/Socket",
          "java/net/URL",
          "java/net/InetAddress",
          "java/nio/channels/SocketChannel",
          "io/vertx/core/http/HttpClient",
          "io/vertx/core/net/NetClient",
          "io/vertx/ext/web/client",
          "org/eclipse/microprofile/rest/client",
          "jakarta/ws/rs/client");

  @Test
  void noOtherClassNamesAWayOut() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      List<Path> others =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !file.toString().contains("/verification/foreign/"))
              .toList();

      assertThat(others).hasSizeGreaterThan(50);
      for (Path file : others) {
        String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(WAYS_OUT).as(file.toString()).noneMatch(constants::contains);
      }
    }
  }
}
