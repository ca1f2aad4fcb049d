package org.mikromerit.platform.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What an installed application's JVM has loaded, linked and profiled, kept for its next start. The
 * first run of a build records, and its orderly stop writes the cache; a crash leaves none, and the
 * next run records again. A cache that does not fit is ignored by the JVM, which says so in the
 * log.
 *
 * @param installed the copy that the application runs from, so that another build has another cache
 */
record AotCache(Path installed) {

  /** What the JVM is given: the cache where there is one, else the order to make it. */
  List<String> options() {
    if (isThere()) {
      return List.of("-XX:AOTCache=" + file());
    }
    forgetDraft();
    return List.of("-XX:AOTCacheOutput=" + draft());
  }

  boolean isThere() {
    return Files.exists(file());
  }

  /** Takes what a run wrote that came to its end by itself. */
  void keep() {
    try {
      if (Files.exists(draft())) {
        Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a run left that was cut short. */
  void forgetDraft() {
    try {
      Files.deleteIfExists(draft());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another Java needs a cache of its own. */
  private Path file() {
    return installed.resolve("java-" + Runtime.version() + ".aot");
  }

  private Path draft() {
    return installed.resolve("recording.aot");
  }
}
