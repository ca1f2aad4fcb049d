package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation that is made from the sources; {@code -Ddocs.write=true} writes it
 * anew.
 */
final class GeneratedPage {
  private GeneratedPage() {}

  static void assertUpToDate(String page, String generated) throws IOException {
    Path file = Installation.checkout().resolve(page);
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, generated, StandardCharsets.UTF_8);
    }
    assertThat(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "")
        .as(page + " is out of date: see CONTRIBUTING.md for how to write it anew")
        .isEqualTo(generated);
  }
}
