package org.mikromerit.platform.launcher;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What a person reads while the launcher works. */
record Console(PrintStream out) {

  /** What a person types. */
  static BufferedReader in() {
    return new BufferedReader(
        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
  }

  void say(String line) {
    out.println(line);
  }

  /** Says what begins, does it, and says how long it took. */
  void step(String title, String done, Runnable work) {
    out.print(title + " … ");
    out.flush();
    Instant start = Instant.now();
    try {
      work.run();
    } catch (RuntimeException e) {
      out.println("failed");
      throw e;
    }
    out.println(done + " " + since(start));
  }

  static String since(Instant start) {
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "(%.1f s)", seconds);
  }
}
