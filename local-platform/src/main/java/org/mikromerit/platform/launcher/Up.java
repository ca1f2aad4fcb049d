package org.mikromerit.platform.launcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.keycloak.KeycloakDistribution;
import org.mikromerit.platform.launcher.Stack.Part;

/** Starts what does not run, and replaces what is stale. */
record Up(Settings settings, Console console) {

  /**
   * Starts them, waits until they are ready, and says where to look.
   *
   * @param arguments the parts to start, none for all; {@code --replicas 2} for each service twice
   */
  void run(List<String> arguments) {
    Stack stack = new Stack(settings);
    List<String> names = new ArrayList<>(arguments);
    List<Part> parts = chosen(stack.parts(replicas(names)), names);
    try (Lock _ = Lock.take(settings.home())) {
      new FreePorts(settings).require(parts);
      if (parts.stream().anyMatch(Up::isService)) {
        new Build(settings, console).ifChanged();
      }
      try (Interruption interruption = Interruption.watch(console)) {
        start(parts, interruption);
      }
    }
    new Welcome(stack, console).say(parts);
  }

  private void start(List<Part> parts, Interruption interruption) {
    Map<Part, Instant> launched = new LinkedHashMap<>();
    try {
      launch(parts, launched, interruption);
      for (Part part : List.copyOf(launched.keySet())) {
        part.await().run();
        if (startsInTheBackground(part)) {
          console.say(part.title() + " … ready " + Console.since(since(launched, part)));
        }
      }
    } catch (RuntimeException e) {
      endWhatIsNotWhole(launched.keySet(), interruption);
      throw e;
    }
  }

  private void launch(List<Part> parts, Map<Part, Instant> launched, Interruption interruption) {
    for (Part part : parts) {
      interruption.check();
      if (part.health().isGood()) {
        // Once more, for what may have been declared since: databases, topics.
        part.launch().run();
        console.say(part.title() + " … runs already");
        continue;
      }
      launched.put(part, Instant.now());
      if (startsInTheBackground(part)) {
        announce(part);
        part.launch().run();
      } else {
        console.step(part.title(), "ready", () -> part.launch().run());
      }
    }
  }

  /** After Ctrl-C all that this command started; after a failure what did not become ready. */
  private void endWhatIsNotWhole(Collection<Part> launched, Interruption interruption) {
    boolean interrupted = interruption.happened();
    for (Part part : List.copyOf(launched).reversed()) {
      if (part.daemon().running().isPresent() && (interrupted || !part.health().isGood())) {
        console.say(part.title() + " … is stopped again");
        part.kill().run();
      }
    }
  }

  private static Instant since(Map<Part, Instant> launched, Part part) {
    return launched.getOrDefault(part, Instant.now());
  }

  private void announce(Part part) {
    if (part.name().equals("keycloak") && !KeycloakDistribution.isCached()) {
      console.say(
          part.title()
              + " … fetching 177 MB and building it for PostgreSQL, this once: a minute or two");
    } else {
      console.say(part.title() + " … starting");
    }
  }

  private static boolean isService(Part part) {
    return Stack.isService(part);
  }

  private static boolean startsInTheBackground(Part part) {
    return isService(part) || part.name().equals("keycloak");
  }

  /** Takes the option out of the arguments; what is left are names. */
  private static int replicas(List<String> arguments) {
    int option = arguments.indexOf("--replicas");
    if (option < 0) {
      return 1;
    }
    String number = option + 1 < arguments.size() ? arguments.remove(option + 1) : "";
    arguments.remove(option);
    if (!number.matches("[1-" + Stack.MOST_REPLICAS + "]")) {
      throw new PlatformException(
          "--replicas takes a number from 1 to " + Stack.MOST_REPLICAS + ".");
    }
    return Integer.parseInt(number);
  }

  private static List<Part> chosen(List<Part> all, List<String> names) {
    if (names.isEmpty()) {
      return all;
    }
    List<String> known = all.stream().map(Part::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new PlatformException(
            "There is no " + name + ". What can be started: " + String.join(", ", known) + ".");
      }
    }
    return all.stream().filter(part -> names.contains(part.name())).toList();
  }
}
