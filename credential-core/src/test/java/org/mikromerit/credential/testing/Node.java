package org.mikromerit.credential.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the scripts of {@code src/test/node}, which use libraries that others wrote. */
public final class Node {

  private Node() {}

  /** What a script printed, and how it ended. */
  public record Run(int exit, String out) {}

  public static Run script(String name, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("node", name));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    try {
      Process node =
          new ProcessBuilder(command)
              .directory(Path.of("src/test/node").toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!node.waitFor(60, TimeUnit.SECONDS)) {
        node.destroyForcibly();
        throw new IllegalStateException(name + " does not end");
      }
      return new Run(node.exitValue(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
