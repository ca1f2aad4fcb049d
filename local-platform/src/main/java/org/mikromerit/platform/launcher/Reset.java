package org.mikromerit.platform.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.PlatformException;

/**
 * Stops everything and forgets it: data, keys, secrets, logs. Whoever asks is asked back, for what
 * is gone cannot be brought back.
 */
record Reset(Settings settings, Console console, BufferedReader in) {
  /** The launcher runs from the one, and the other is what keeps a second command out. */
  private static final Set<String> STAYS = Set.of("launcher", "lock");

  /** False if the person thought better of it. */
  boolean run(List<String> arguments) {
    if (!arguments.stream().allMatch("--yes"::equals)) {
      throw new PlatformException("./mikromerit reset [--yes]");
    }
    if (arguments.isEmpty() && !confirmed()) {
      console.say("Nothing was done.");
      return false;
    }
    new Down(settings, console).run();
    try (Lock _ = Lock.take(settings.home())) {
      delete();
    }
    console.say("All is forgotten. ./mikromerit up begins anew.");
    return true;
  }

  private boolean confirmed() {
    console.say(
        "This stops everything and deletes data, keys and secrets in "
            + settings.home().root()
            + ".\nType yes to go on:");
    try {
      String answer = in.readLine();
      return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete() {
    try (Stream<Path> content = Files.list(settings.home().root())) {
      content
          .filter(path -> !STAYS.contains(path.getFileName().toString()))
          .forEach(Folders::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
