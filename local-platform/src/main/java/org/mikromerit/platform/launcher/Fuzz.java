package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mikromerit.platform.PlatformException;

/**
 * Goes round all fuzz targets, a while each ({@code maxDuration}), until the time is over; each
 * begins with the inputs that it found interesting before. What breaks something is written into
 * the module's corpus, where the usual build repeats it.
 */
record Fuzz(Settings settings, Console console, InstantSource clock) {
  private static final int USUAL_MINUTES = 15;
  private static final Pattern TARGET = Pattern.compile("@FuzzTest[^\\n]*\\n\\s*void (\\w+)\\(");
  // As libFuzzer ends.
  private static final Pattern DONE = Pattern.compile("Done ([0-9]+) runs in");

  /**
   * Fuzzes.
   *
   * @param arguments minutes; none for the usual ones
   * @return 1 if anything was found
   */
  int run(List<String> arguments) {
    Instant end = clock.instant().plus(minutes(arguments));
    List<String> targets = targets();
    Set<Path> known = findings();
    int runs = 0;
    while (runs == 0 || clock.instant().isBefore(end)) {
      fuzz(targets.get(runs++ % targets.size()));
    }
    Set<Path> found = findings();
    found.removeAll(known);
    console.say(
        "\n%d runs of %d targets, %d findings".formatted(runs, targets.size(), found.size()));
    found.forEach(file -> console.say("  " + settings.checkout().relativize(file)));
    if (!found.isEmpty()) {
      console.say("Mend what they show, name each for what it was, and commit both.");
    }
    return found.isEmpty() ? 0 : 1;
  }

  private static Duration minutes(List<String> arguments) {
    String given = arguments.isEmpty() ? "" + USUAL_MINUTES : arguments.getFirst();
    if (arguments.size() > 1 || !given.matches("[1-9][0-9]{0,3}")) {
      throw new PlatformException("For how many minutes? ./mikromerit fuzz " + USUAL_MINUTES);
    }
    return Duration.ofMinutes(Integer.parseInt(given));
  }

  /** By class and method, as Surefire takes them. */
  private List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (Path file : files("src/test/java", name -> name.endsWith("Fuzz.java"))) {
      String name = file.getFileName().toString().replace(".java", "");
      TARGET
          .matcher(read(file))
          .results()
          .map(found -> name + "#" + found.group(1))
          .forEach(targets::add);
    }
    return targets;
  }

  private Set<Path> findings() {
    return files("src/test/resources", name -> name.matches("(crash|timeout|oom)-.*"));
  }

  private void fuzz(String target) {
    Set<Path> before = findings();
    Path log = settings.home().log("fuzz");
    int code = maven(target, log);
    boolean found = findings().size() > before.size();
    if (code != 0 && !found) {
      throw new PlatformException("Not fuzzed: " + target + ". From " + log + ":\n" + read(log));
    }
    console.say("%-32s %s%s".formatted(target, reached(log), found ? ", and a finding" : ""));
  }

  // One program for each, since Jazzer fuzzes one target in its life.
  private int maven(String target, Path log) {
    var command =
        new ProcessBuilder(
                settings.maven(),
                "-B",
                "-q",
                "test",
                "-pl",
                "fuzz",
                "-am",
                "-Dtest=" + target,
                "-Dsurefire.failIfNoSpecifiedTests=false")
            .directory(settings.checkout().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    command.environment().put("JAZZER_FUZZ", "1");
    try {
      return command.start().waitFor();
    } catch (IOException e) {
      throw new PlatformException(settings.maven() + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private static String reached(Path log) {
    Matcher done = DONE.matcher(read(log));
    return done.find() ? done.group(1) + " inputs" : "ended early";
  }

  private Path module() {
    return settings.checkout().resolve("fuzz");
  }

  private interface Name {
    boolean fits(String name);
  }

  private Set<Path> files(String folder, Name name) {
    try (Stream<Path> files = Files.walk(module().resolve(folder))) {
      var found = new TreeSet<Path>();
      files.filter(file -> name.fits(file.getFileName().toString())).forEach(found::add);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
