package org.mikromerit.platform.launcher;

import java.util.List;
import org.mikromerit.platform.launcher.Stack.Part;

/** Stops what was started; the data stay. */
record Down(Settings settings, Console console) {

  void run() {
    try (Lock _ = Lock.take(settings.home())) {
      List<Part> running =
          new Stack(settings)
              .parts().reversed().stream()
                  .filter(part -> part.daemon().running().isPresent())
                  .toList();
      for (Part part : running) {
        console.step(part.title(), "stopped", () -> part.stop().run());
      }
      console.say(
          running.isEmpty()
              ? "Nothing was running."
              : "Everything has stopped. The data stay in " + settings.home().root() + ".");
    }
  }
}
