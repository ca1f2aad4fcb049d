package org.mikromerit.credential.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that others published, which lie beside the checkout and are no part of it. */
public final class SharedData {

  private SharedData() {}

  public static Path path(String relative) {
    Path file =
        Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
            .resolve("../shared/data")
            .resolve(relative)
            .normalize();
    assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not on this machine");
    return file;
  }

  public static byte[] bytes(String relative) {
    try {
      return Files.readAllBytes(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String relative) {
    return new String(bytes(relative), StandardCharsets.UTF_8);
  }
}
