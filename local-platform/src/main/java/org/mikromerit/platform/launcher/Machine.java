package org.mikromerit.platform.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/** What a measurement was made on, in a sentence. */
record Machine(LocalDate day, int processors, String model, long gigabytes, double load) {

  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        LocalDate.now(ZoneOffset.UTC),
        system.getAvailableProcessors(),
        modelHere(),
        Math.round(system.getTotalMemorySize() / 1e9),
        system.getSystemLoadAverage());
  }

  /** Where Linux says it. */
  private static String modelHere() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .map(line -> line.replaceFirst("[^:]*: *", ""))
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Measured %s on %d processors (%s), %d GB, %s %s, Java %s, with a load of %.1f at its"
            + " beginning.",
        day,
        processors,
        model,
        gigabytes,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version(),
        load);
  }
}
