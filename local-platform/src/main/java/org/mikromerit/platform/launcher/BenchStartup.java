package org.mikromerit.platform.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.service.ServiceProcess;

/**
 * How long a service takes from its launch until it is ready, with and without its AOT cache, in
 * turn so that what else the machine does weighs on both alike. What it says is a page for {@code
 * docs/benchmarks}.
 */
record BenchStartup(Settings settings, Console console) {
  /**
   * Measures on the running platform, whose services it restarts.
   *
   * @param arguments services, none for all; {@code --rounds N}
   */
  void run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("./mikromerit", "bench", "startup"));
    command.addAll(arguments);
    List<String> names = new ArrayList<>(arguments);
    int rounds = Rounds.takenFrom(names);
    Stack stack = new Stack(settings);
    if (!stack.postgres().healthy()) {
      throw new PlatformException("Nothing runs here. First: ./mikromerit up");
    }
    try (Lock _ = Lock.take(settings.home())) {
      console.say("# How long a service takes to start\n");
      console.say(
          "`" + String.join(" ", command) + "`: from its launch until it is ready, with and");
      console.say("without its AOT cache in turn, " + rounds + " rounds. " + Machine.here() + "\n");
      console.say("| service | AOT cache | median | from | to |\n|---|---|---|---|---|");
      for (ServiceProcess service : chosen(stack, names)) {
        measure(service, rounds);
      }
    }
  }

  private void measure(ServiceProcess service, int rounds) {
    service.launch();
    service.await();
    service.stop();
    Map<String, List<Duration>> taken = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String aot : List.of("on", "off")) {
        taken.computeIfAbsent(aot, key -> new ArrayList<>()).add(start(service, aot));
      }
    }
    service.stop();
    service.launch();
    service.await();
    taken.forEach((aot, durations) -> say(service.daemon().name(), aot, durations));
  }

  private static Duration start(ServiceProcess service, String aot) {
    ServiceProcess way = service.with(Map.of(ServiceProcess.AOT, aot));
    way.stop();
    if (aot.equals("on") && !way.startsFromCache()) {
      throw new PlatformException(service.daemon().name() + " has no AOT cache: its log says why.");
    }
    Instant start = Instant.now();
    way.launch();
    way.await();
    return Duration.between(start, Instant.now());
  }

  private void say(String service, String aot, List<Duration> taken) {
    List<Duration> sorted = new ArrayList<>(taken);
    Collections.sort(sorted);
    console.say(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.2f s | %.2f s | %.2f s |",
            service,
            aot,
            seconds(sorted.get(sorted.size() / 2)),
            seconds(sorted.getFirst()),
            seconds(sorted.getLast())));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static List<ServiceProcess> chosen(Stack stack, List<String> names) {
    List<String> known = Stack.SERVICES.stream().map(Stack::name).toList();
    if (!known.containsAll(names)) {
      throw new PlatformException("Services are " + String.join(", ", known) + ".");
    }
    return (names.isEmpty() ? known : names).stream().map(stack::service).toList();
  }
}
