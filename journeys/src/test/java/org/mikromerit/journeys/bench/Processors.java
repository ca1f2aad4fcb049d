package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.process.Daemon;

/**
 * The processor time that each of the installation's processes has taken so far, user and system,
 * in microseconds; PostgreSQL with all the processes that it started, ended ones too.
 *
 * @param micros by the process's name, the measuring one as "load"
 */
record Processors(Map<String, Double> micros) {
  static final List<String> SERVICES = List.of("issuer", "registry", "verification", "stacking");

  /** Linux counts for programs in hundredths of a second, whatever the kernel's own clock is. */
  private static final double MICROS_PER_TICK = 10_000;

  Processors {
    micros = new LinkedHashMap<>(micros);
  }

  static Processors of(Stack stack) {
    Map<String, Double> micros = new LinkedHashMap<>();
    daemons(stack).forEach((name, daemon) -> micros.put(name, MICROS_PER_TICK * ticks(daemon)));
    micros.put("load", MICROS_PER_TICK * ticks(ProcessHandle.current().pid()));
    return new Processors(micros);
  }

  /** What was taken since then, divided among so many. */
  Map<String, Double> since(Processors before, long among) {
    Map<String, Double> taken = new LinkedHashMap<>();
    micros.forEach(
        (name, now) -> taken.put(name, (now - before.micros.getOrDefault(name, 0.0)) / among));
    return taken;
  }

  static Map<String, Daemon> daemons(Stack stack) {
    Map<String, Daemon> daemons = new LinkedHashMap<>();
    SERVICES.forEach(name -> daemons.put(name, stack.service(name).daemon()));
    daemons.put("postgres", stack.postgres().daemon());
    daemons.put("kafka", stack.kafka().daemon());
    daemons.put("keycloak", stack.keycloak().daemon());
    return daemons;
  }

  /** The resident memory of a process and its children, in megabytes. */
  static double megabytes(Daemon daemon) {
    return processes(daemon).stream().mapToDouble(Processors::resident).sum() / 1_024;
  }

  private static double ticks(Daemon daemon) {
    return processes(daemon).stream().mapToDouble(Processors::ticks).sum();
  }

  private static List<Long> processes(Daemon daemon) {
    List<Long> pids = new ArrayList<>();
    daemon
        .running()
        .flatMap(running -> running.identity().handle())
        .ifPresent(
            handle -> {
              pids.add(handle.pid());
              handle.descendants().forEach(child -> pids.add(child.pid()));
            });
    return pids;
  }

  private static double ticks(long pid) {
    String stat = proc(pid, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    // proc(5): after the name in parentheses; utime, stime, and those of children that ended.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11])
        + Long.parseLong(fields[12])
        + Long.parseLong(fields[13])
        + Long.parseLong(fields[14]);
  }

  private static double resident(long pid) {
    return proc(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .sum();
  }

  private static String proc(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (java.nio.file.NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
