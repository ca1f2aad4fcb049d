package org.mikromerit.platform.launcher;

import java.util.List;
import org.mikromerit.platform.launcher.Stack.Part;

/** Stops what was started; the data stay. */
record Down(Settings settings, Console console) {

  void run() {
    try (Lock _ = Lock.take(settings.home())) {
      List<Part> running =
          new Stack(settings)
              .parts(Stack.MOST_REPLICAS).reversed().stream()
                  .filter(part -> part.daemon().running().isPresent())
                  .toList();
      for (Part part : running) {
        console.step(title(part), "stopped", () -> part.stop().run());
      }
      console.say(
          running.isEmpty()
              ? "Nothing was running."
              : "Everything has stopped. The data stay in " + settings.home().root() + ".");
    }
  }

  /** The first stop of a new build takes longer, so it says why. */
  private String title(Part part) {
    boolean records = Stack.isService(part) && new Stack(settings).instance(part.name()).records();
    return records ? part.title() + ", keeping what it loaded for quicker starts" : part.title();
  }
}
