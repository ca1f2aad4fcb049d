package org.mikromerit.platform.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.launcher.Stack.Part;
import org.mikromerit.platform.process.Tools;

/** Tells one credential's life on the running platform. */
record Demo(Settings settings) {

  int run(List<String> arguments) {
    Path script = settings.checkout().resolve("journeys/src/demo/demo.mjs");
    if (!Files.exists(script)) {
      throw new PlatformException("The demo is not there yet: " + script + ".");
    }
    Stack stack = new Stack(settings);
    Optional<Part> missing =
        stack.parts().stream().filter(part -> part.daemon().running().isEmpty()).findFirst();
    if (missing.isPresent()) {
      throw new PlatformException(missing.get().title() + " does not run. First: ./mikromerit up");
    }
    List<String> command = new ArrayList<>(List.of("node", script.toString()));
    command.addAll(arguments);
    return Tools.attached(command, settings.checkout(), environment(stack));
  }

  /** With the process that the demo kills. */
  private static Map<String, String> environment(Stack stack) {
    Map<String, String> all = new LinkedHashMap<>(stack.addresses());
    stack
        .service("issuer")
        .daemon()
        .running()
        .ifPresent(
            running -> all.put("MIKROMERIT_ISSUER_PID", Long.toString(running.identity().pid())));
    return all;
  }
}
