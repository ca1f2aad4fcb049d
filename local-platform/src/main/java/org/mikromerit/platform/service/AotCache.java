package org.mikromerit.platform.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.process.Tools;

/**
 * What an installed application's JVM has loaded, linked and profiled, kept for its next start. The
 * first run of a build records; after its orderly stop the cache is made from the record. A crash
 * leaves no record, and the next run records again. A cache that cannot be read is ignored by the
 * JVM, which says so in the log. That a jar has changed since it does not notice (seen with
 * 25.0.3): therefore the cache lies in the copy that each build has of its own.
 *
 * @param installed the copy that the application runs from
 */
record AotCache(Path installed) {
  /** Else a line for each of some hundred classes that no cache can hold. */
  private static final String SILENCE = "-Xlog:aot=error,aot+codecache=error,cds=error";

  /** What the JVM is given: the cache where there is one, else the order to record. */
  List<String> options() {
    if (isThere()) {
      return List.of("-XX:AOTCache=" + file());
    }
    forgetRecord();
    return List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording(), SILENCE);
  }

  boolean isThere() {
    return Files.exists(file());
  }

  /**
   * Makes the cache from what a run recorded that came to its end by itself; much work.
   *
   * @param jvm the program and the options that the application runs with
   * @throws org.mikromerit.platform.PlatformException with the JVM's words if it cannot be made
   */
  void make(List<String> jvm) {
    if (!isRecorded()) {
      return;
    }
    List<String> command = new ArrayList<>(jvm);
    command.add("-XX:AOTMode=create");
    command.add("-XX:AOTConfiguration=" + recording());
    command.add("-XX:AOTCache=" + draft());
    command.add(SILENCE);
    command.add("-jar");
    command.add(installed.resolve("quarkus-run.jar").toString());
    Tools.run(command, Map.of());
    try {
      Files.move(draft(), file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forgetRecord();
  }

  /** While a run records, and after it was cut short, the file is empty. */
  private boolean isRecorded() {
    return recording().toFile().length() > 0;
  }

  private void forgetRecord() {
    try {
      Files.deleteIfExists(recording());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another Java needs a cache of its own. */
  private Path file() {
    return installed.resolve("java-" + Runtime.version() + ".aot");
  }

  private Path draft() {
    return installed.resolve("new.aot");
  }

  private Path recording() {
    return installed.resolve("record.aotconf");
  }
}
