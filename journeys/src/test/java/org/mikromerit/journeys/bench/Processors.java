package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mikromerit.platform.launcher.Stack;
import org.mikromerit.platform.process.Daemon;

/**
 * The processor time that each of the installation's processes has taken so far, user and system,
 * in microseconds; PostgreSQL with all the processes that it started, ended ones too.
 *
 * @param micros by the process's name, the measuring one as "load"; {@link #COMPILERS} is the part
 *     of the others in which their JVMs compile, which ends once they are warm
 */
record Processors(Map<String, Double> micros) {
  static final List<String> SERVICES = List.of("issuer", "registry", "verification", "stacking");

  static final String COMPILERS = "of it compiling";

  /** Linux counts for programs in hundredths of a second, whatever the kernel's own clock is. */
  private static final double MICROS_PER_TICK = 10_000;

  private static final Pattern COMPILER = Pattern.compile("\\(C[12] Compiler");

  Processors {
    micros = new LinkedHashMap<>(micros);
  }

  static Processors of(Stack stack) {
    Map<String, Double> micros = new LinkedHashMap<>();
    daemons(stack).forEach((name, daemon) -> micros.put(name, MICROS_PER_TICK * ticks(daemon)));
    micros.put("load", MICROS_PER_TICK * ticks(ProcessHandle.current().pid()));
    micros.put(COMPILERS, MICROS_PER_TICK * compilers(daemons(stack).values()));
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

  /** The memory of a process and its children, what they share counted once, in megabytes. */
  static double megabytes(Daemon daemon) {
    return processes(daemon).stream().mapToDouble(Processors::kilobytes).sum() / 1_024;
  }

  private static double compilers(Collection<Daemon> daemons) {
    return daemons.stream()
        .flatMap(daemon -> processes(daemon).stream())
        .flatMap(pid -> tasks(pid).stream())
        .map(task -> proc(task.resolve("stat")))
        .filter(stat -> COMPILER.matcher(stat).find())
        .mapToDouble(Processors::own)
        .sum();
  }

  private static List<Path> tasks(long pid) {
    try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return tasks.toList();
    } catch (IOException e) {
      // It has ended.
      return List.of();
    }
  }

  private static double own(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
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

  private static double kilobytes(long pid) {
    return proc(pid, "smaps_rollup")
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .sum();
  }

  private static String proc(long pid, String file) {
    return proc(Path.of("/proc", Long.toString(pid), file));
  }

  /** Empty once it has ended. */
  private static String proc(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}
