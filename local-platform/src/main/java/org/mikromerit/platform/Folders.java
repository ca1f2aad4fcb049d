package org.mikromerit.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Where things lie: this checkout, and the cache that all checkouts of one person share. */
public final class Folders {
  private Folders() {}

  /**
   * The checkout that this JVM works in: the folder named by the system property {@code
   * mikromerit.checkout}, else the nearest one above the working directory that holds the parent
   * pom.
   */
  public static Path checkout() {
    String named = System.getProperty("mikromerit.checkout");
    if (named != null) {
      return Path.of(named);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("local-platform/pom.xml"))) {
        return folder;
      }
    }
    throw new PlatformException(
        "This is not a checkout of Mikromerit: no folder above "
            + Path.of("").toAbsolutePath()
            + " holds local-platform/pom.xml.");
  }

  /** Unpacked servers, which are the same for every checkout. */
  public static Path cache() {
    Map<String, String> env = System.getenv();
    String own = env.get("MIKROMERIT_CACHE");
    if (own != null && !own.isBlank()) {
      return Path.of(own).toAbsolutePath();
    }
    String shared = env.get("XDG_CACHE_HOME");
    Path base =
        shared != null && !shared.isBlank()
            ? Path.of(shared)
            : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("mikromerit").toAbsolutePath();
  }

  /** Deletes a folder and what is in it; a folder that is not there is fine. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
