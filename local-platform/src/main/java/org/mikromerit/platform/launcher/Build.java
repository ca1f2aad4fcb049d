package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.Fingerprint;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Tools;

/** Builds those services whose sources are not the ones that they were last built from. */
record Build(Settings settings, Console console) {
  private static final List<String> SERVICES =
      List.of(
          "issuer-service",
          "registry-service",
          "verification-service",
          "stacking-service",
          "portal");

  /** What every service is made from; a change of the launcher itself is no reason to build one. */
  private static final List<String> SHARED =
      List.of("credential-core", "event-contracts", "service-kit");

  void ifChanged() {
    Map<String, String> changed = new LinkedHashMap<>();
    for (String service : SERVICES) {
      String sources = fingerprint(service);
      if (!sources.equals(lastBuilt(service)) || !isBuilt(service)) {
        changed.put(service, sources);
      }
    }
    if (changed.isEmpty()) {
      console.say("Services … built already");
      return;
    }
    String title = "Building " + String.join(", ", changed.keySet());
    console.step(title, "done", () -> build(changed.keySet()));
    changed.forEach(this::remember);
  }

  private void build(Collection<String> services) {
    logged(
        settings,
        "build",
        List.of(
            "-q", "package", "-Dmaven.test.skip=true", "-pl", String.join(",", services), "-am"));
  }

  /** Runs Maven with its output in a log of this name. */
  static void logged(Settings settings, String name, List<String> arguments) {
    List<String> command = maven(settings.maven(), arguments);
    Path log = settings.home().log(name);
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

  private String fingerprint(String service) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.addSources(settings.checkout().resolve("pom.xml"));
    List<String> modules = new ArrayList<>(SHARED);
    modules.add(service);
    for (String module : modules) {
      for (String part : List.of("pom.xml", "src/main", "package.json", "package-lock.json")) {
        Path source = settings.checkout().resolve(module).resolve(part);
        if (Files.exists(source)) {
          fingerprint.add(module + "/" + part).addSources(source);
        }
      }
    }
    return fingerprint.hex();
  }

  private boolean isBuilt(String service) {
    return Files.exists(
        settings.checkout().resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
  }

  private String lastBuilt(String service) {
    try {
      return Files.exists(memory(service)) ? Files.readString(memory(service)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remember(String service, String fingerprint) {
    try {
      Files.writeString(memory(service), fingerprint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path memory(String service) {
    return settings.home().folder("built").resolve(service);
  }

  /** Runs Maven on this terminal. */
  static int maven(Settings settings, List<String> arguments) {
    return Tools.attached(maven(settings.maven(), arguments), settings.checkout(), Map.of());
  }

  private static List<String> maven(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program, "-B"));
    command.addAll(arguments);
    return command;
  }
}
