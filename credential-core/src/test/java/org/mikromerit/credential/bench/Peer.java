package org.mikromerit.credential.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code bench.mjs}: the libraries that others wrote, in a process of their own. */
final class Peer implements AutoCloseable {

  private final Process node;
  private final Writer orders;
  private final BufferedReader answers;

  private Peer(Process node) {
    this.node = node;
    this.orders = node.outputWriter(StandardCharsets.UTF_8);
    this.answers = node.inputReader(StandardCharsets.UTF_8);
  }

  static Peer over(Path folder) throws IOException {
    return new Peer(
        new ProcessBuilder("node", "bench.mjs", folder.toString())
            .directory(Path.of("src/test/node").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Processor time of so many, in microseconds. */
  long take(String what, int times) throws IOException {
    orders.write(what + " " + times + "\n");
    orders.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("node ended at " + what);
    }
    return Long.parseLong(answer);
  }

  @Override
  public void close() {
    node.destroy();
  }
}
