package org.mikromerit.platform.launcher;

import java.util.List;
import java.util.Optional;
import org.mikromerit.platform.launcher.Stack.Part;
import org.mikromerit.platform.process.Daemon.Running;

/** Says what runs and whether it is well. */
record Status(Settings settings, Console console) {

  /** Prints a line per part; true if all run and are ready. */
  boolean run() {
    boolean good = true;
    console.say("%-14s %-12s %8s %6s  %s".formatted("NAME", "STATE", "PID", "PORT", "SINCE"));
    List<Part> all = new Stack(settings).parts(Stack.MOST_REPLICAS);
    for (Part part : all) {
      Optional<Running> running = part.daemon().running();
      if (running.isEmpty() && part.name().contains("-")) {
        // A second instance is an extra: that there is none is no news.
        continue;
      }
      String state = running.isEmpty() ? "stopped" : state(part);
      good &= state.equals("ready");
      console.say(
          "%-14s %-12s %8s %6s  %s"
              .formatted(
                  part.name(),
                  state,
                  running.map(it -> Long.toString(it.identity().pid())).orElse("-"),
                  running.map(Running::port).orElse(settings.port(part.ports().getFirst())),
                  running.map(it -> it.since().toString()).orElse("-")));
    }
    return good;
  }

  /** What was started from an earlier build or with other settings is for {@code up} to replace. */
  private static String state(Part part) {
    if (!part.current().isGood()) {
      return "outdated";
    }
    return part.health().isGood() ? "ready" : "not ready";
  }
}
