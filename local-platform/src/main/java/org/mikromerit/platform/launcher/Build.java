package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.Fingerprint;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Tools;

/** Builds the services when their sources are not those of the last build. */
record Build(Settings settings, Console console) {
  private static final List<String> SERVICES =
      List.of("issuer-service", "registry-service", "verification-service", "stacking-service");

  /** What a service is made from; a change of the launcher itself is no reason to build one. */
  private static final List<String> SOURCES =
      List.of("credential-core", "event-contracts", "service-kit");

  void ifChanged() {
    String sources = fingerprint();
    if (sources.equals(lastBuilt()) && allBuilt()) {
      console.say("Services … built already");
      return;
    }
    console.step("Services, building what changed", "built", this::build);
    remember(sources);
  }

  private void build() {
    List<String> command =
        List.of(
            settings.maven(),
            "-B",
            "-q",
            "package",
            "-Dmaven.test.skip=true",
            "-pl",
            String.join(",", SERVICES),
            "-am");
    Path log = settings.home().log("build");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(settings.checkout().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new PlatformException(
            "The build failed. From " + log + ":\n" + String.join("\n", errors(log)));
      }
    } catch (IOException e) {
      throw new PlatformException(settings.maven() + " could not be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted.", e);
    }
  }

  private static List<String> errors(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains("ERROR"))
        .limit(20)
        .toList();
  }

  private String fingerprint() {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.addSources(settings.checkout().resolve("pom.xml"));
    List<String> modules = new ArrayList<>(SOURCES);
    modules.addAll(SERVICES);
    for (String module : modules) {
      fingerprint.addSources(settings.checkout().resolve(module).resolve("pom.xml"));
      Path main = settings.checkout().resolve(module).resolve("src/main");
      if (Files.isDirectory(main)) {
        fingerprint.addSources(main);
      }
      for (String extra : List.of("package.json", "package-lock.json")) {
        Path file = settings.checkout().resolve(module).resolve(extra);
        if (Files.exists(file)) {
          fingerprint.addSources(file);
        }
      }
    }
    return fingerprint.hex();
  }

  private boolean allBuilt() {
    return SERVICES.stream()
        .allMatch(
            service ->
                Files.exists(
                    settings
                        .checkout()
                        .resolve(service)
                        .resolve("target/quarkus-app/quarkus-run.jar")));
  }

  private String lastBuilt() {
    try {
      return Files.exists(memory()) ? Files.readString(memory()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(String fingerprint) {
    try {
      Files.writeString(memory(), fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path memory() {
    return settings.home().folder("run").resolve("built-from");
  }

  /** Runs Maven on this terminal. */
  static int maven(Settings settings, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(settings.maven());
    command.add("-B");
    command.addAll(arguments);
    return Tools.attached(command, settings.checkout(), Map.of());
  }
}
