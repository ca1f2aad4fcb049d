package org.mikromerit.platform.launcher;

import java.time.Instant;
import java.util.ArrayList;
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
   * @param names the parts to start; none means all
   */
  void run(List<String> names) {
    Stack stack = new Stack(settings);
    List<Part> parts = chosen(stack, names);
    try (Lock _ = Lock.take(settings.home())) {
      new FreePorts(settings).require(parts);
      if (parts.stream().anyMatch(Up::isService)) {
        new Build(settings, console).ifChanged();
      }
      start(parts);
    }
    new Welcome(stack, console).say(parts);
  }

  private void start(List<Part> parts) {
    Map<Part, Instant> launched = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.health().isGood()) {
        // Once more, for what may have been declared since: databases, topics.
        part.launch().run();
        console.say(part.title() + " … runs already");
      } else if (isService(part) || part.name().equals("keycloak")) {
        announce(part);
        launched.put(part, Instant.now());
        part.launch().run();
      } else {
        console.step(part.title(), "ready", () -> part.launch().run());
      }
    }
    launched.forEach(
        (part, start) -> {
          part.await().run();
          console.say(part.title() + " … ready " + Console.since(start));
        });
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
    return Stack.SERVICES.contains(part.ports().getFirst());
  }

  private static List<Part> chosen(Stack stack, List<String> names) {
    if (names.isEmpty()) {
      return stack.parts();
    }
    List<Part> chosen = new ArrayList<>();
    List<String> known = stack.parts().stream().map(Part::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new PlatformException(
            "There is no " + name + ". What can be started: " + String.join(", ", known) + ".");
      }
    }
    for (Part part : stack.parts()) {
      if (names.contains(part.name())) {
        chosen.add(part);
      }
    }
    return chosen;
  }
}
