package org.mikromerit.platform.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.platform.Fingerprint;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.process.Home;

/**
 * A service as the build left it.
 *
 * @param folder {@code <module>/target/quarkus-app}
 */
record Application(Path folder) {

  boolean isBuilt() {
    return Files.exists(folder.resolve("quarkus-run.jar"));
  }

  String fingerprint() {
    // Libraries of others are known by name and size; ours keep both when they change.
    return new Fingerprint()
        .addFiles(folder, file -> !file.startsWith(folder.resolve("lib")) || isOurs(file))
        .hex();
  }

  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith("org.mikromerit.");
  }

  /** A copy in the state folder, so that a new build does not take the jars from under it. */
  Path installed(Home home, String name) {
    Path all = home.folder("app");
    Path target = all.resolve(name + "-" + fingerprint());
    try {
      if (!Files.isDirectory(target)) {
        removeAllButNewest(all, name);
        Path draft = all.resolve(name + "-copying");
        Folders.delete(draft);
        copy(draft);
        Files.move(draft, target);
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Path copy = target.resolve(folder.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          // As old as the build made them.
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** The one before may still have a replica that runs from it. */
  private static void removeAllButNewest(Path all, String name) throws IOException {
    try (Stream<Path> copies = Files.list(all)) {
      List<Path> newestFirst =
          copies
              .filter(copy -> copy.getFileName().toString().startsWith(name + "-"))
              .sorted(Comparator.comparing(Application::made).reversed())
              .toList();
      newestFirst.stream().skip(1).forEach(Folders::delete);
    }
  }

  private static FileTime made(Path copy) {
    try {
      return Files.getLastModifiedTime(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
