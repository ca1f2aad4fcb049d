package org.mikromerit.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.platform.launcher.Port;

/** Where a service is connected to, looked at again and again while something else goes on. */
final class Connections {
  private static final Duration EVERY = Duration.ofMillis(20);

  private final Bench bench;
  private final long pid;
  private final Set<Integer> seen = new HashSet<>();
  private final Thread watcher;

  private Connections(Bench bench, String service) {
    this.bench = bench;
    this.pid = bench.stack().service(service).daemon().running().orElseThrow().identity().pid();
    this.watcher = Thread.ofPlatform().start(this::look);
  }

  static Connections watch(Bench bench, String service) {
    return new Connections(bench, service);
  }

  private void look() {
    try {
      while (true) {
        seen.addAll(remotePorts());
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      // Enough was seen.
    }
  }

  /** Ends, and says to how many other ports there were connections that are not our own. */
  int outside(Port... known) {
    watcher.interrupt();
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Arrays.stream(known).map(bench::port).forEach(seen::remove);
    return seen.size();
  }

  /** Of connections that it opened itself: those of callers end at its own port. */
  private Set<Integer> remotePorts() {
    Set<String> sockets = sockets();
    int own = bench.port(Port.VERIFICATION);
    Set<Integer> ports = new HashSet<>();
    for (String file : List.of("tcp", "tcp6")) {
      for (String line : lines(Path.of("/proc", Long.toString(pid), "net", file))) {
        String[] fields = line.strip().split(" +", -1);
        if (fields.length > 9
            && sockets.contains(fields[9])
            && port(fields[1]) != own
            && port(fields[2]) != 0) {
          ports.add(port(fields[2]));
        }
      }
    }
    return ports;
  }

  private static int port(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
  }

  private Set<String> sockets() {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return descriptors
          .map(Connections::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring(8, target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
