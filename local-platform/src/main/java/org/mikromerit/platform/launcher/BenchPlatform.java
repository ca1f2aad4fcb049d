package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mikromerit.platform.PlatformException;

/**
 * What the platform does at its goals, all of it on this machine. What it says is a page for {@code
 * docs/benchmarks}; what is measured is in {@code journeys}' tests, where the whole-system stories
 * are.
 */
record BenchPlatform(Settings settings, Console console) {

  /**
   * Measures on a platform of its own.
   *
   * @param arguments goals as {@code P3}, none for all; {@code --quick}; {@code --rows N} of the
   *     large batch
   */
  int run(List<String> arguments) {
    Machine machine = Machine.here();
    new Build(settings, console).ifChanged();
    Path table = settings.home().folder("bench").resolve("platform.md");
    try {
      Files.deleteIfExists(table);
      int code =
          Build.maven(
              settings,
              List.of(
                  "-q",
                  "-Dstyle.color=never",
                  "test",
                  "-pl",
                  "journeys",
                  "-am",
                  "-Dtest=BenchCommand",
                  "-Dsurefire.failIfNoSpecifiedTests=false",
                  "-Dspotless.check.skip=true",
                  "-Dbench=" + String.join(" ", arguments),
                  "-Dbench.page=" + table));
      if (code != 0 || !Files.exists(table)) {
        throw new PlatformException("Nothing was measured: Maven says above why.");
      }
      console.say("\n# What the running platform does\n");
      console.say(
          "`%s`. %s"
              .formatted(("./mikromerit bench " + String.join(" ", arguments)).strip(), machine));
      console.say(Files.readString(table));
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
