package org.mikromerit.platform.launcher;

import java.util.List;
import java.util.stream.Stream;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.launcher.Stack.Part;
import org.mikromerit.platform.process.Ports;

/** Says, before anything starts, which ports others have taken. */
record FreePorts(Settings settings) {

  /** Refuses with one message about every port that a part needs and another program has. */
  void require(List<Part> parts) {
    List<String> taken = parts.stream().filter(this::startsAnew).flatMap(this::taken).toList();
    if (!taken.isEmpty()) {
      throw new PlatformException(
          String.join("\n", taken)
              + "\nNothing was started. Stop what is there, or choose other ports as shown and"
              + " keep them for every command.");
    }
  }

  /** A part of ours that runs already has its ports itself. */
  private boolean startsAnew(Part part) {
    int port = settings.port(part.ports().getFirst());
    return part.daemon().running().filter(running -> running.port() == port).isEmpty();
  }

  private Stream<String> taken(Part part) {
    return part.ports().stream()
        .filter(port -> !Ports.isFree(settings.port(port)))
        .map(
            port ->
                "Port %d, for %s, is taken by %s. To choose another: %s=%d ./mikromerit up"
                    .formatted(
                        settings.port(port),
                        port.user(),
                        Ports.listener(settings.port(port)).orElse("another person's program"),
                        port.variable(),
                        settings.port(port) + 10_000));
  }
}
